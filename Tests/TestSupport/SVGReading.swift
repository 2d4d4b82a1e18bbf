import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a test needs to know of an SVG file, read by a parser that is not ours.
package final class SVGReading: NSObject, XMLParserDelegate {
  package struct Element {
    package var name: String
    package var layer: String?
    package var attributes: [String: String]
    package var text = ""

    package func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
  }

  package private(set) var elements: [Element] = []
  package private(set) var layers: [String] = []
  package private(set) var isWellFormed = false
  private var open: [Int] = []
  private var layer: String?

  package init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  package func parser(
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

  package func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  package func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
    if open.count == 1 { layer = nil }
  }
}
