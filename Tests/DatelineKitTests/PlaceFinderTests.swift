import DatelineKit
import Gazetteer
import TestSupport
import Testing

@Suite struct PlaceFinderTests {
  private let finder: PlaceFinder
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    finder = PlaceFinder(atlas: try Atlas(paths: [folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")]))
  }

  private func names(_ places: [PlaceID]) -> [String] {
    places.map { "\(finder.atlas[$0].name) \(finder.atlas[$0].country ?? "")" }
  }

  @Test(arguments: [
    ("Arad", ["Arad RO", "Arad IL"]), ("Arad, IL", ["Arad IL"]), ("Arad, Romania", ["Arad RO"]),
    ("Paris", ["Paris FR", "Paris US"]), ("Paris, Texas", ["Paris US"]), ("Nowhereville", []), ("", []),
    (",", []),
  ]) func placesComeInTheOrderOfLikelihood(query: String, expected: [String]) {
    #expect(names(finder.places(named: query)) == expected)
    #expect(finder.place(named: query) == finder.places(named: query).first)
  }

  @Test func othersLieElsewhere() {
    #expect(names(finder.others(named: "Arad")) == ["Arad IL"])
    #expect(names(finder.others(named: "Arad, IL")) == [])
    // a province around its town is no other place
    #expect(names(finder.others(named: "Isfahan")) == [])
  }

  @Test func aQueryMeansItsPlaceAlone() {
    for name in ["Arad", "Paris", "Isfahan", "Red Sea", "Iran"] {
      for place in finder.places(named: name) {
        let query = finder.query(for: place)
        #expect(finder.place(named: query) == place || query.first?.isNumber == true, "\(query)")
      }
    }
    #expect(finder.places(named: "Paris").map(finder.query) == ["2.3488,48.8534", "Paris, US"])
  }
}
