import Coordinates
import DataFiles
import Language
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct GazetteerFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sample() throws -> Atlas {
    try Atlas(paths: [folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")])
  }

  @Test(arguments: [
    ("Isfahan", "418863"), ("ISFAHAN", "418863"), ("Esfahan", "418863"), ("اصفهان", "418863"), ("Исфахан", "418863"),
    ("ИСФАХАН", "418863"), ("ערד", "295548"), ("巴黎", "2988507"), ("Tel Aviv", "293397"), ("tel-aviv yafo", "293397"),
    ("U.S.", "6252001"), ("US", "6252001"), ("Iranian", "130758"), ("the Red Sea", "red-sea"), ("TLV", "LLBG"),
  ]) func namesInEveryScriptAndFormAreFound(name: String, id: String) throws {
    let atlas = try sample()
    #expect(try atlas[#require(atlas.candidates(named: name).first).place].sourceID == id)
  }

  @Test(arguments: ["Tel", "New", "York", "Bat", "Red", "Nowhere", "", "Isfahan Iran", "Isfaha"])
  func aPartOfANameIsNoName(name: String) throws {
    #expect(try sample().candidates(named: name).isEmpty)
  }

  @Test func everyPlaceOfANameIsACandidate() throws {
    let atlas = try sample()
    #expect(atlas.candidates(named: "Arad").map { atlas[$0.place].country } == ["RO", "IL"])
    #expect(atlas.candidates(named: "Paris").map { atlas[$0.place].country } == ["FR", "US"])
  }

  @Test func containersGoFromTheNearestUp() throws {
    let atlas = try sample()
    let place = try #require(atlas.place(source: .geonames, id: "418863"))
    let containers = atlas.containers(of: place)
    #expect(containers.map { atlas[$0].name } == ["Isfahan Province", "Iran"])
    #expect(atlas.containers(of: try #require(containers.last)).isEmpty)
  }

  @Test func aCircleOfContainersEnds() throws {
    var builder = SampleGazetteer.builder()
    builder[0].parent = 5
    let atlas = try Atlas(paths: [folder.write(builder.encode(metadata: [:]), to: "circle.gazetteer")])
    let place = try #require(atlas.place(source: .geonames, id: "418863"))
    #expect(atlas.containers(of: place).count == 8)
  }

  @Test func countriesAreFoundByTheirCode() throws {
    let atlas = try sample()
    for code in ["IR", "IL", "RO", "FR", "US"] {
      let country = try #require(atlas.country(code: code))
      #expect(atlas[country].kind == .country)
      #expect(atlas[country].country == code)
    }
    for code in ["XX", "ir", "", "IRN"] { #expect(atlas.country(code: code) == nil) }
  }

  @Test func allNamesOfAPlaceAreListed() throws {
    let atlas = try sample()
    let names = atlas.names(of: try #require(atlas.place(source: .geonames, id: "418863")))
    #expect(Set(names.map(\.name)) == ["Isfahan", "Esfahan", "اصفهان", "Исфахан"])
    #expect(names.filter { $0.kind == .main }.map(\.name) == ["Isfahan"])
  }

  @Test func theNearestPlacesAreThoseOfBruteForce() throws {
    var random = SeededGenerator(seed: 7)
    var builder = GazetteerBuilder()
    var points: [Coordinate] = []
    for number in 0..<400 {
      // some at the poles, the antimeridian and upon each other
      let longitude = number % 10 == 0 ? 180 : Double.random(in: -180...180, using: &random)
      let latitude = number % 40 == 0 ? 90 : Double.random(in: -90...90, using: &random)
      points.append(Coordinate(longitude: longitude, latitude: latitude))
      builder.add(
        PlaceDraft(
          name: "P", kind: number % 3 == 0 ? .water : .city, feature: "x", coordinate: points[number], country: nil,
          source: .own, sourceID: String(number)))
    }
    let atlas = try Atlas(paths: [folder.write(builder.encode(metadata: [:]), to: "random.gazetteer")])
    for round in 0..<100 {
      let target =
        round == 0
        ? Coordinate(longitude: -180, latitude: -90)
        : Coordinate(
          longitude: Double.random(in: -180...180, using: &random),
          latitude: Double.random(in: -90...90, using: &random))
      func chord(_ coordinate: Coordinate) -> Double {
        EarthVector(coordinate).squaredChord(to: EarthVector(target)).squareRoot()
      }
      for step in [1, 3] {
        let kinds: Set<PlaceKind>? = step == 1 ? nil : [.water]
        let found = atlas.nearest(12, to: target, kinds: kinds).map { chord(atlas[$0].coordinate) }
        let all = stride(from: 0, to: points.count, by: step).map { chord(points[$0]) }
        #expect(found.count == 12)
        for (a, b) in zip(found, all.sorted()) { #expect(abs(a - b) < 0.1, "round \(round), seed 7") }
      }
    }
  }

  @Test func nearestTakesAnyNumber() throws {
    let atlas = try sample()
    let point = Coordinate(longitude: 51, latitude: 32)
    #expect(atlas.nearest(0, to: point).isEmpty)
    #expect(atlas.nearest(-1, to: point).isEmpty)
    #expect(atlas.nearest(1_000, to: point).count == 18)
    #expect(atlas.nearest(1, to: point, kinds: [.airport]).map { atlas[$0].sourceID } == ["LLBG"])
    #expect(atlas.nearest(3, to: point, kinds: [.district]).isEmpty)
  }

  @Test func citiesAroundAreLargeOnesOnly() throws {
    let atlas = try sample()
    let cities = atlas.cities(around: Coordinate(longitude: 35, latitude: 31), limit: 2, leastPopulation: 100_000)
    #expect(cities.map(\.name) == ["Tel Aviv-Yafo", "Bat Yam"] || cities.map(\.name) == ["Bat Yam", "Tel Aviv-Yafo"])
  }

  @Test func anOverlayGoesBeforeTheDefault() throws {
    var own = GazetteerBuilder()
    own.add(
      PlaceDraft(
        name: "Arad", kind: .facility, feature: "camp", coordinate: Coordinate(longitude: 1, latitude: 1),
        country: "FR",
        rank: 5, source: .own, sourceID: "camp"))
    let atlas = try Atlas(paths: [
      folder.write(own.encode(metadata: [:]), to: "own.gazetteer"),
      folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer"),
    ])
    #expect(atlas.candidates(named: "Arad").map { atlas[$0.place].sourceID } == ["camp", "686254", "295548"])
    #expect(try atlas[#require(atlas.country(code: "FR"))].name == "France")
    let place = try #require(atlas.place(source: .geonames, id: "295548"))
    #expect(atlas.containers(of: place).map { atlas[$0].name } == ["Israel"])
    #expect(atlas.nearest(1, to: Coordinate(longitude: 1, latitude: 1)).map { atlas[$0].sourceID } == ["camp"])
  }

  @Test func aFileOfAnotherFoldingIsRefused() throws {
    let bytes = SectionedFile.encode(
      kind: GazetteerFormat.kind, version: GazetteerFormat.version,
      sections: [
        (GazetteerFormat.meta, Array("folding=0\n".utf8)),
        (GazetteerFormat.nameDirectory, [UInt8](repeating: 0, count: 8)),
      ])
    let path = try folder.write(bytes, to: "old.gazetteer")
    let error = try #require(throws: DataFileError.self) { try Atlas(paths: [path]) }
    #expect(
      "\(error)" == """
        \(path) cannot be read: its names are folded by version 0, this program folds by version \(Folding.version); \
        build it again with `dateline places build` or install the data of this version
        """)
  }

  @Test func anotherVersionOrFileIsRefused() throws {
    let newer = try folder.write(SectionedFile.encode(kind: "GAZE", version: 99, sections: []), to: "newer")
    let error = try #require(throws: DataFileError.self) { try Atlas(paths: [newer]) }
    #expect(
      "\(error)" == """
        \(newer) has format version 99, this program reads version \(GazetteerFormat.version); \
        build it again with `dateline places build` or install the data of this version
        """)
    let foreign = try folder.write("name,lon,lat\n", to: "sites.csv")
    let other = try #require(throws: DataFileError.self) { try Atlas(paths: [foreign]) }
    #expect("\(other)" == "\(foreign) is not a gazetteer of Dateline")
  }

  @Test func tablesThatDoNotFitAreRefused() throws {
    for directory in [0, 4, 16, 24] {
      let bytes = SectionedFile.encode(
        kind: "GAZE", version: GazetteerFormat.version,
        sections: [
          (GazetteerFormat.meta, Array("folding=\(Folding.version)\n".utf8)),
          (GazetteerFormat.nameDirectory, [UInt8](repeating: 0, count: directory)),
        ])
      let path = try folder.write(bytes, to: "bad.gazetteer")
      #expect(throws: DataFileError.damaged(path: path, part: "its tables"), "\(directory)") {
        try Atlas(paths: [path])
      }
    }
  }

  @Test func aTamperedFileIsRefusedByVerify() throws {
    var bytes = SampleGazetteer.bytes()
    bytes[bytes.count - 1] ^= 1
    let path = try folder.write(bytes, to: "tampered.gazetteer")
    let atlas = try Atlas(paths: [path])
    #expect(throws: DataFileError.damaged(path: path, part: "its content")) { try atlas.verify() }
  }

  /// Everything that can be read of a damaged file is read: what comes is wrong, but comes.
  @Test func noDamageHoweverMadeTraps() throws {
    let whole = SampleGazetteer.bytes()
    let document = Document("Tel Aviv-Yafo and New York City near Qahjaverestan, Isfahan Province, the Red Sea.")
    let tableEnd = 48 + 9 * 24
    var random = SeededGenerator(seed: 418_863)
    var opened = 0
    for round in 0..<5_000 {
      var bytes = whole
      if round % 10 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      } else {
        random.damage(&bytes, in: (round % 10 == 1 ? 0 : tableEnd)..<bytes.count)
      }
      let path = try folder.write(bytes, to: "damaged.gazetteer")
      guard let atlas = try? Atlas(paths: [path]), let file = try? GazetteerFile(path: path) else { continue }
      opened += 1
      for number in 0..<file.count {
        let id = Atlas.id(file: 0, place: number)
        _ = atlas[id]
        _ = atlas.containers(of: id)
        _ = atlas.prominence(id)
        _ = file.allNames(of: number)
      }
      for name in ["Arad", "Paris", "New York City", "اصفهان", "U.S."] {
        for candidate in atlas.candidates(named: name).prefix(100) { _ = atlas[candidate.place] }
      }
      for token in document.tokens.indices {
        _ = atlas.longestMatch(in: document, at: token, limit: document.tokens.count)?.candidates.count
      }
      _ = atlas.place(source: .geonames, id: "295548")
      _ = atlas.place(source: .dateline, id: "red-sea")
      _ = atlas.country(code: "IL")
      _ = atlas.metadata
      _ = atlas.nearest(5, to: Coordinate(longitude: 35, latitude: 31))
    }
    #expect(opened > 3_000)
  }
}
