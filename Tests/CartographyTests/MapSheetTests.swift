import Coordinates
import Geodesy
import TestSupport
import Testing

@testable import Cartography

@Suite struct MapSheetTests {
  static let widths = [360, 800, 1600]

  @Test func theSameContentGivesTheSameBytes() throws {
    for (_, content) in SampleJobs.all {
      let first = try MapSheet(content, basemap: SampleJobs.basemap()).svg()
      let second = try MapSheet(content, basemap: SampleJobs.basemap()).svg()
      #expect(first == second)
    }
  }

  @Test(arguments: widths) func everySiteIsInsideTheFrameAndWhereItShouldBe(width: Int) throws {
    for (name, content) in SampleJobs.all {
      let sheet = try MapSheet(
        content, basemap: SampleJobs.basemap(), waters: SampleJobs.waters(), options: MapOptions(width: width))
      let projection = try Transformation(sheet.projection)
      #expect(sheet.drawn.count == content.sites.count)
      for (site, drawn) in zip(content.sites, sheet.drawn) {
        let drawn = try #require(drawn, "\(name): \(site.label) is not drawn")
        #expect(sheet.document.clip.insetBy(4).contains(drawn.symbol), "\(name): \(site.label)")
        let back = try projection.forward(try #require(drawn.back))
        let there = try projection.forward(try #require(site.coordinate))
        let away = ((back.x - there.x) * (back.x - there.x) + (back.y - there.y) * (back.y - there.y)).squareRoot()
        #expect(away / sheet.metresPerPixel < 0.1, "\(name): \(site.label)")
      }
    }
  }

  @Test(arguments: widths) func noLabelOverlapsALabelAMarkerOrTheFrame(width: Int) throws {
    for (name, content) in SampleJobs.all {
      let sheet = try MapSheet(
        content, basemap: SampleJobs.basemap(), waters: SampleJobs.waters(), options: MapOptions(width: width))
      let reading = try #require(SheetReading(sheet.svg()))
      #expect(reading.names.count >= Set(content.sites.map(\.label)).count, "\(name): every site has a name")
      #expect(reading.marks.count >= sheet.drawn.count, "\(name): every site has a symbol")
      #expect(reading.faults == [], "\(name) \(width)")
    }
  }

  @Test func theFileKeepsToWhatEditorsAndRenderersTake() throws {
    for theme in MapOptions.Theme.allCases {
      let svg = try MapSheet(SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(theme: theme)).svg()
      for forbidden in [
        "var(", "<use", "<script", "<mask", "<filter", "<symbol", "<style", "<image", "dominant-baseline", "NaN", "inf",
        "<tspan",
      ] {
        #expect(!svg.contains(forbidden), "\(forbidden)")
      }
      let reading = SVGReading(svg)
      #expect(reading.isWellFormed)
      #expect(reading.elements.first?.attributes["viewBox"] != nil)
      #expect(reading.elements.first?.attributes["role"] == "img")
      #expect(reading.elements.filter { $0.name == "clipPath" }.count == 1)
      #expect(Set(reading.layers).count == reading.layers.count)
      for layer in reading.layers { #expect(!layer.isEmpty && !layer.contains("_") && !layer.contains(" ")) }
      let description = reading.elements.first { $0.name == "desc" }?.text ?? ""
      for site in SampleJobs.levant.sites { #expect(description.contains(site.label)) }
      let titles = reading.elements.filter { $0.name == "title" && $0.layer == "sites" }
      #expect(titles.count == SampleJobs.levant.sites.count)
    }
  }

  @Test func foreignTextIsHarmless() throws {
    var content = SampleJobs.city
    let nasty = "</text><script>alert(1)</script> & \"quotes\" 'x' \u{0}\u{8}\u{1B}\u{FFFE}\u{202E}abc ]]> \n\t end"
    content.title = nasty
    content.subtitle = nasty
    content.credit = nasty
    content.sites[0].label = nasty
    content.sites[0].details = [nasty]
    let reading = SVGReading(try MapSheet(content, basemap: SampleJobs.basemap()).svg())
    #expect(reading.isWellFormed)
    #expect(!reading.elements.contains { $0.name == "script" })
    #expect(reading.elements.contains { $0.name == "title" && $0.text.contains("alert(1)") })
  }

  @Test func namesInOtherScriptsAreDrawn() throws {
    var content = SampleJobs.levant
    let names = ["قهجاورستان", "ערד", "东京都", "Дамаск", "서울 👩‍👩‍👧"]
    for (index, name) in names.enumerated() { content.sites[index].label = name }
    let reading = SVGReading(try MapSheet(content, basemap: SampleJobs.basemap()).svg())
    #expect(reading.isWellFormed)
    let drawn = Set(reading.elements.filter { $0.layer == "labels" && $0.name == "text" }.map(\.text))
    for name in names { #expect(drawn.contains(name)) }
  }

  @Test func aSiteWithoutAPointStandsInTheKeyOnly() throws {
    var content = SampleJobs.city
    content.sites.append(MapSite(number: 2, label: "Nowhere", coordinate: nil, family: .other))
    content.sites.append(
      MapSite(number: 3, label: "Impossible", coordinate: Coordinate(longitude: .nan, latitude: 95), family: .other))
    let sheet = try MapSheet(content, basemap: SampleJobs.basemap())
    #expect(sheet.drawn.map { $0 == nil } == [false, true, true])
    let reading = SVGReading(sheet.svg())
    #expect(reading.elements.contains { $0.layer == "key" && $0.text == "Nowhere" })
    #expect(!reading.elements.contains { $0.layer == "labels" && $0.text == "Nowhere" })
  }

  @Test func nothingAtAllIsAWorldMap() throws {
    let content = MapContent(title: "", credit: "", sites: [])
    #expect(SVGReading(try MapSheet(content, basemap: SampleJobs.basemap()).svg()).isWellFormed)
  }

  @Test func aProjectionCanBeNamed() throws {
    for name in ["robin", "merc", "lcc", "ortho", "+proj=laea +lon_0=40 +lat_0=30", "+proj=utm +zone=37"] {
      let sheet = try MapSheet(SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(projection: name))
      #expect(sheet.drawn.allSatisfy { $0 != nil }, "\(name)")
    }
    #expect(throws: ProjectionError.self) {
      try MapSheet(SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(projection: "nonsense"))
    }
  }

  @Test func aSmallExtentIsNotZoomedInBeyondTheBasemap() throws {
    let sheet = try MapSheet(SampleJobs.city, basemap: SampleJobs.basemap())
    #expect(sheet.metresPerPixel * max(sheet.document.clip.width, sheet.document.clip.height) >= 299_000)
  }
}
