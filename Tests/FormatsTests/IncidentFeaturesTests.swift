import DatelineKit
import Formats
import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct IncidentFeaturesTests {
  private let folder: TemporaryFolder
  private let report: Report

  init() throws {
    folder = try TemporaryFolder()
    report = try SampleReport.report(in: folder)
  }

  /// The collection as another reader of JSON sees it.
  private func read(simpleStyle: Bool = false) throws -> [String: Any] {
    let text = GeoJSONWriter().string(IncidentFeatures(simpleStyle: simpleStyle).collection([report]))
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func everySiteIsAFeature() throws {
    let features = try #require(read()["features"] as? [[String: Any]])
    #expect(features.map { $0["id"] as? String } == ["story.1.1", "story.1.2", "story.2.1"])
    let geometries = features.map { $0["geometry"] as? [String: Any] }
    #expect(geometries.map { $0?["coordinates"] as? [Double] } == [[51.6775, 32.6522], nil, [2.3488, 48.8534]])
    #expect(geometries.map { $0?["type"] as? String } == ["Point", nil, "Point"])
    #expect(features.allSatisfy { $0["geometry"] is NSNull || $0["geometry"] is [String: Any] })
    for feature in features { #expect((feature["properties"] as? [String: Any])?.count == FlatRowTests.schema.count) }
  }

  @Test func theCollectionSaysWhereItsDataAreFrom() throws {
    let collection = try read()
    #expect(collection["type"] as? String == "FeatureCollection")
    #expect(collection["attribution"] as? String == "GeoNames, CC BY 4.0")
    #expect(collection["licences"] as? String == "CC BY 4.0")
    #expect(collection["generator"] as? String == "Dateline \(DatelineVersion.current)")
    #expect(collection["bbox"] as? [Double] == [2.3488, 32.6522, 51.6775, 48.8534])
  }

  @Test func styleIsAddedWhereAskedFor() throws {
    let features = try #require(read(simpleStyle: true)["features"] as? [[String: Any]])
    let properties = try #require(features.first?["properties"] as? [String: Any])
    #expect(properties["marker-color"] as? String == "#b2182b")
    #expect(properties["marker-size"] as? String == "medium")
    #expect(properties["marker-symbol"] as? String == "rocket")
    #expect(properties.count == FlatRowTests.schema.count + 3)
  }

  @Test func reportsWithoutIncidentsGiveAnEmptyCollection() {
    let text = GeoJSONWriter().string(IncidentFeatures().collection([]))
    #expect(
      text
        == "{\"type\":\"FeatureCollection\",\"generator\":\"Dateline \(DatelineVersion.current)\",\"features\":[\n]}\n")
  }

  @Test func theSameReportGivesTheSameBytes() {
    let (first, second) = (IncidentFeatures().collection([report]), IncidentFeatures().collection([report]))
    #expect(GeoJSONWriter().string(first) == GeoJSONWriter().string(second))
  }
}
