import Foundation
import Testing

@testable import Cartography

/// The committed sheets in Docs/gallery, measured from their SVG.
@Suite struct GalleryTests {
  static let folder = URL(fileURLWithPath: SampleJobs.basemapPath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Docs/gallery")

  @Test func noNameMeetsANameANumberOrTheFrame() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".svg") }
    #expect(names.count >= 12)
    for name in names.sorted() {
      let svg = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      #expect(svg.utf8.count < 150_000, "\(name)")
      let reading = SVGReading(svg)
      let rectangle = try #require(reading.elements.first { $0.name == "rect" && $0.attributes["id"] == nil })
      let frame = PixelBox(
        x: try #require(rectangle.number("x")), y: try #require(rectangle.number("y")),
        width: try #require(rectangle.number("width")), height: try #require(rectangle.number("height")))
      var labels: [(text: String, box: PixelBox)] = []
      var numbers: [PixelBox] = []
      for element in reading.elements where element.name == "text" {
        switch element.layer {
        case "labels", "country-names", "sea-names":
          labels.append((element.text, try MapSheetTests.box(of: element)))
        case "sites":
          var box = try MapSheetTests.box(of: element)
          box.x -= box.width / 2
          numbers.append(box)
        default: break
        }
      }
      for (index, label) in labels.enumerated() {
        #expect(frame.contains(label.box), "\(name): \(label.text)")
        for other in labels[(index + 1)...] {
          #expect(!label.box.meets(other.box), "\(name): \(label.text) and \(other.text)")
        }
        for number in numbers { #expect(!label.box.meets(number), "\(name): \(label.text) on a symbol") }
      }
    }
  }
}
