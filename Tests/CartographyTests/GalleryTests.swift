import Foundation
import TestSupport
import Testing

/// The committed sheets in Docs/gallery, measured from their SVG.
@Suite struct GalleryTests {
  static let folder = URL(fileURLWithPath: SampleJobs.basemapPath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Docs/gallery")

  @Test func noNameMeetsANameASymbolOrTheFrame() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".svg") }
    #expect(names.count >= 12)
    for name in names.sorted() {
      let svg = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      #expect(svg.utf8.count < 150_000, "\(name)")
      let sheet = try #require(SheetReading(svg), "\(name)")
      #expect(!sheet.names.isEmpty && sheet.faults == [], "\(name)")
    }
  }
}
