import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a test needs to know of an SVG file, read by a parser that is not ours.
final class SVGReading: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var layer: String?
    var attributes: [String: String]
    var text = ""

    func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
  }

  private(set) var elements: [Element] = []
  private(set) var layers: [String] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []
  private var layer: String?

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if open.count == 1, name == "g" {
      layer = attributes["id"]
      layers.append(attributes["id"] ?? "")
    }
    elements.append(Element(name: name, layer: open.count >= 1 ? layer : nil, attributes: attributes))
    open.append(elements.count - 1)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
    if open.count == 1 { layer = nil }
  }
}
