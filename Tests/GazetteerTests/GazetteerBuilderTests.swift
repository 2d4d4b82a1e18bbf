import Coordinates
import DataFiles
import Language
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct GazetteerBuilderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func atlas(_ builder: GazetteerBuilder, _ metadata: [String: String] = [:]) throws -> Atlas {
    let atlas = try Atlas(paths: [folder.write(builder.encode(metadata: metadata), to: "test.gazetteer")])
    try atlas.verify()
    return atlas
  }

  private func town(_ name: String, _ id: String, population: Int = 1_000, longitude: Double = 0) -> PlaceDraft {
    PlaceDraft(
      name: name, kind: .city, feature: "PPL", coordinate: Coordinate(longitude: longitude, latitude: 1),
      country: "IR", population: population, source: .own, sourceID: id)
  }

  @Test func aPlaceComesBackAsItWentIn() throws {
    var builder = GazetteerBuilder()
    builder.add(
      PlaceDraft(
        name: "Nevatim Airbase", kind: .facility, feature: "air-base",
        coordinate: Coordinate(longitude: 35.012_345_6, latitude: -31.208_3), country: "IL", population: 12,
        radiusKilometres: 3.5, rank: 4, isCapital: true, source: .dateline, sourceID: "nevatim"))
    let atlas = try atlas(builder)
    let place = try #require(atlas.candidates(named: "nevatim airbase").first).place
    #expect(
      atlas[place]
        == Place(
          id: place, name: "Nevatim Airbase", kind: .facility, feature: "air-base",
          coordinate: Coordinate(longitude: 35.012_345_6, latitude: -31.208_3), country: "IL", population: 12,
          radiusKilometres: 3.5, rank: 4, isCapital: true, source: .dateline, sourceID: "nevatim"))
  }

  @Test(arguments: PlaceKind.allCases, PlaceSource.allCases)
  func kindsAndSourcesComeBack(kind: PlaceKind, source: PlaceSource) throws {
    var builder = GazetteerBuilder()
    builder.add(
      PlaceDraft(
        name: "X", kind: kind, feature: "x", coordinate: Coordinate(longitude: 180, latitude: 90), country: nil,
        source: source, sourceID: "4294967295"))
    let atlas = try atlas(builder)
    let place = try #require(atlas.place(source: source, id: "4294967295"))
    #expect(atlas[place].kind == kind)
    #expect(atlas[place].source == source)
    #expect(atlas[place].country == nil)
    #expect(atlas[place].coordinate == Coordinate(longitude: 180, latitude: 90))
  }

  @Test(arguments: NameKind.allCases) func namesKnowWhatTheyAre(kind: NameKind) throws {
    var builder = GazetteerBuilder()
    let place = builder.add(town("Alpha", "1"))
    builder.addName("Beta", kind: kind, to: place)
    #expect(try atlas(builder).candidates(named: "Beta").map(\.nameKind) == [kind])
  }

  @Test func theSamePlacesGiveTheSameBytes() {
    #expect(SampleGazetteer.bytes() == SampleGazetteer.bytes())
    let metadata = Dictionary(uniqueKeysWithValues: (0..<50).map { ("key\($0)", "value") })
    #expect(GazetteerBuilder().encode(metadata: metadata) == GazetteerBuilder().encode(metadata: metadata))
  }

  @Test func metadataComesBackWithTheVersionOfFolding() throws {
    let atlas = try atlas(GazetteerBuilder(), ["attribution": "GeoNames (CC BY 4.0), a=b", "source": "x"])
    #expect(
      atlas.metadata == [
        ["attribution": "GeoNames (CC BY 4.0), a=b", "source": "x", "folding": String(Folding.version)]
      ])
  }

  @Test func aGazetteerOfNothingAnswersNothing() throws {
    let atlas = try atlas(GazetteerBuilder())
    #expect(atlas.candidates(named: "Paris").isEmpty)
    #expect(atlas.candidates(named: "").isEmpty)
    #expect(atlas.place(source: .geonames, id: "1") == nil)
    #expect(atlas.country(code: "FR") == nil)
    #expect(atlas.nearest(3, to: Coordinate(longitude: 0, latitude: 0)).isEmpty)
  }

  @Test(arguments: ["", "...", "—", "' '", String(repeating: "a", count: 201), String(repeating: "a ", count: 18)])
  func namesThatCannotBeKeysAreNotAdded(name: String) throws {
    var builder = GazetteerBuilder()
    let place = builder.add(town("Alpha", "1"))
    let isAdded = builder.addName(name, kind: .alternate, to: place)
    #expect(!isAdded)
    let atlas = try atlas(builder)
    #expect(atlas.candidates(named: name).isEmpty)
    #expect(atlas.candidates(named: "Alpha").count == 1)
  }

  @Test(arguments: [
    String(repeating: "a", count: 200), String(repeating: "é", count: 100),
    Array(repeating: "ab", count: 17).joined(separator: " "),
  ]) func theLongestNamesAreFound(name: String) throws {
    var builder = GazetteerBuilder()
    let place = builder.add(town("Alpha", "1"))
    let isAdded = builder.addName(name, kind: .alternate, to: place)
    #expect(isAdded)
    let atlas = try atlas(builder)
    #expect(atlas.candidates(named: name).count == 1)
    let document = Document(name)
    #expect(atlas.longestMatch(in: document, at: 0, limit: document.tokens.count)?.tokenCount == document.tokens.count)
  }

  @Test func aPlaceWhoseMainNameIsNoKeyKeepsItsName() throws {
    let long = String(repeating: "long ", count: 45) + "é"
    var builder = GazetteerBuilder()
    builder.add(town("—", "1"))
    builder.add(town(long, "2"))
    let atlas = try atlas(builder)
    #expect(try atlas[#require(atlas.place(source: .own, id: "1"))].name == "—")
    #expect(try atlas[#require(atlas.place(source: .own, id: "2"))].name == long)
  }

  @Test func mainNamesThatFoldAlikeKeepTheirOwnSpelling() throws {
    let names = ["Saint-Denis", "St. Denis", "Saint Denis", "ST DENIS", "Saint-Dénis"]
    var builder = GazetteerBuilder()
    for (number, name) in names.enumerated() { builder.add(town(name, String(number), population: 1_000 - number)) }
    let elsewhere = builder.add(town("Elsewhere", "9", population: 9_000))
    builder.addName("st-denis", kind: .alternate, to: elsewhere)
    let atlas = try atlas(builder)
    let found = atlas.candidates(named: "Saint Denis").map { atlas[$0.place].name }
    #expect(found == ["Elsewhere"] + names)
    for (number, name) in names.enumerated() {
      #expect(try atlas[#require(atlas.place(source: .own, id: String(number)))].name == name)
    }
  }

  @Test func aNameGivenTwiceIsOneCandidateWithItsBestKind() throws {
    var builder = GazetteerBuilder()
    let place = builder.add(town("Alpha", "1"))
    builder.addName("ALPHA", kind: .historical, to: place)
    builder.addName("alpha", kind: .alternate, to: place)
    #expect(try atlas(builder).candidates(named: "Alpha").map(\.nameKind) == [.main])
  }

  @Test func candidatesStandInTheOrderOfTheirProminence() throws {
    var builder = GazetteerBuilder()
    let populations = [5, 700, 0, 90_000, 700, 12]
    for (number, population) in populations.enumerated() {
      builder.add(town("Alpha", String(number), population: population))
    }
    builder.add(
      PlaceDraft(
        name: "Alpha", kind: .country, feature: "PCLI", coordinate: Coordinate(longitude: 3, latitude: 3),
        country: "AA",
        source: .own, sourceID: "country"))
    builder.add(
      PlaceDraft(
        name: "Alpha", kind: .water, feature: "sea", coordinate: Coordinate(longitude: 4, latitude: 3), country: nil,
        rank: 1, source: .own, sourceID: "sea"))
    let atlas = try atlas(builder)
    #expect(
      atlas.candidates(named: "alpha").map { atlas[$0.place].sourceID } == [
        "country", "sea", "3", "1", "4", "5", "0", "2",
      ])
  }

  @Test func idsAreNumbersOrAnyOtherKey() throws {
    let ids = ["7", "007", "07", "0", "4294967295", "4294967296", "-1", "+7", "Q42", "", "é", "IR-10", "IR-2"]
    var builder = GazetteerBuilder()
    for id in ids { builder.add(town("Town \(id)", id)) }
    let atlas = try atlas(builder)
    for id in ids {
      let place = try #require(atlas.place(source: .own, id: id), "id \(id)")
      #expect(atlas[place].sourceID == id)
      #expect(atlas[place].name == "Town \(id)")
      #expect(atlas.place(source: .geonames, id: id) == nil)
    }
    #expect(atlas.place(source: .own, id: "8") == nil)
    #expect(atlas.place(source: .own, id: "zzz") == nil)
  }

  @Test func theRadiusIsKeptToATenthOfAKilometreAndNeverOverflows() throws {
    var builder = GazetteerBuilder()
    for (number, radius) in [0, 0.04, 0.26, 6553.5, 9_000].enumerated() {
      var draft = town("R", String(number))
      draft.radiusKilometres = radius
      builder.add(draft)
    }
    let atlas = try atlas(builder)
    let radii = try (0..<5).map { try atlas[#require(atlas.place(source: .own, id: String($0)))].radiusKilometres }
    #expect(radii == [0, 0, 0.3, 6553.5, 6553.5])
  }

  @Test func moreCountriesThanNumbersAndLongFeaturesAreNoTrap() throws {
    var builder = GazetteerBuilder()
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
    for (number, code) in letters.flatMap({ first in letters.map { first + $0 } }).enumerated() {
      builder.add(
        PlaceDraft(
          name: "Country \(code)", kind: .country, feature: String(repeating: "x", count: number),
          coordinate: Coordinate(longitude: Double(number) / 10, latitude: 0), country: code, source: .own,
          sourceID: code))
    }
    let atlas = try atlas(builder)
    #expect(try atlas[#require(atlas.country(code: "AC"))].name == "Country AC")
    for code in ["AA", "JU", "JV", "ZZ"] { _ = atlas.country(code: code).map { atlas[$0] } }
  }
}
