import DataFiles
import Foundation
import Testing

@testable import Gazetteer

/// Over the default gazetteer, which the repository holds.
@Suite struct FuzzyTests {
  private static func world() throws -> Atlas {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Atlas(paths: [root.appendingPathComponent("Gazetteer/world.gazetteer").path])
  }

  @Test(arguments: [
    ("Ghahjaverestan", "418569"), ("Deir az Zour", "170794"), ("Khan Yunes", "281124"), ("Chan Junis", "281124"),
    ("Ghamishli", "173377"), ("Najaf-Abaad", "418606"), ("Kramatorskk", "704508"), ("Mazar-e-Sherif", "1133616"),
    ("Severodonetzk", "691999"),
  ]) func variantsOfTransliterationAreFound(name: String, id: String) throws {
    let atlas = try Self.world()
    #expect(atlas.candidates(named: name).isEmpty)
    #expect(atlas.fuzzyCandidates(named: name).prefix(3).map { atlas[$0.place].sourceID }.contains(id))
  }

  @Test(arguments: ["Kharkov", "Al-Raqqa", "Ar Raqqah", "Deir Ezzor", "Isfahan"])
  func whatIsKnownHasNoFuzzyCandidates(name: String) throws {
    let atlas = try Self.world()
    #expect(!atlas.candidates(named: name).isEmpty)
    #expect(atlas.fuzzyCandidates(named: name).isEmpty)
  }

  @Test(arguments: [
    "", "x", "Xyz", "Netanyahu", "parliament", "Hezbollah", "president", "government", "spokesman", "Islamist",
    "Reuters",
    "Wednesday", "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "١٢٣", "北京市場",
  ]) func wordsFindNothing(name: String) throws { #expect(try Self.world().fuzzyCandidates(named: name).isEmpty) }

  /// The quick refusals of the look-up refuse nothing that is there.
  @Test func namesOfPlacesAllOverTheWorldAreFound() throws {
    let atlas = try Self.world()
    for number in stride(from: 0, to: atlas.count, by: 211) {
      let id = Atlas.id(file: 0, place: number)
      #expect(atlas.candidates(named: atlas[id].name).contains { $0.place == id }, "\(atlas[id].name)")
    }
  }

  @Test func theNearestSpellingGoesFirst() throws {
    let found = try Self.world().fuzzyCandidates(named: "Ghahjaverestan")
    #expect(found.map(\.cost) == found.map(\.cost).sorted())
    #expect(found.first?.spelling == "qahjaverestan")
  }

  @Test(arguments: ["ghahjaverestan", "al", "a", "abcdefgh ijklmnop", "shshshsh", "el ash ez al"])
  func noMoreThanTheLimitAreTried(key: String) {
    var tried = 0
    SpellingVariants(key: Array(key.utf8)).visit { variant, cost in
      tried += 1
      #expect(variant != Array(key.utf8))
      #expect(cost > 0)
      return SpellingVariants.editCost
    }
    #expect(tried <= SpellingVariants.mostTried)
  }

  @Test(arguments: [
    ("Readington Twp.", ["city", "admin2", "district"]), ("Town of Groton", ["city"]), ("Loudon Co.", ["admin2"]),
    ("River Moy", ["water"]), ("South Ossetians", ["region", "admin1"]), ("Greater Mumbai", ["city", "admin2"]),
    ("Akita Prefecture", ["admin1", "admin2"]),
  ]) func formsOfNewsAreUnderstood(name: String, kinds: [String]) throws {
    let atlas = try Self.world()
    let found = atlas.candidatesByPattern(named: name)
    for candidate in found.prefix(1) { #expect(kinds.contains(atlas[candidate.place].kind.word)) }
  }

  @Test(arguments: ["Isfahan", "Town of", "River", "Co.", "", "Twp.", "North"])
  func noPatternInventsPlaces(name: String) throws {
    #expect(try Self.world().candidatesByPattern(named: name).isEmpty)
  }
}
