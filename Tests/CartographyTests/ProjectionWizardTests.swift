import Coordinates
import Foundation
import Geodesy
import Testing

@testable import Cartography

@Suite struct ProjectionWizardTests {
  struct OracleCase: Decodable {
    var west: Double
    var south: Double
    var east: Double
    var north: Double
    var asked: String
    var used: String
    var scale: Double
    var proj: [String]
  }

  static let oraclePath = SharedFiles.path("conformance/projection-wizard.jsonl")

  @Test(.enabled(if: oraclePath != nil, "conformance/projection-wizard.jsonl is not beside this checkout"))
  func everyOracleCaseIsChosen() throws {
    let text = try String(contentsOfFile: try #require(Self.oraclePath), encoding: .utf8)
    let cases = try text.split(separator: "\n").map { try JSONDecoder().decode(OracleCase.self, from: Data($0.utf8)) }
    #expect(cases.count == 392)
    for oracle in cases {
      let extent = BoundingBox(west: oracle.west, south: oracle.south, east: oracle.east, north: oracle.north)
      let property = try #require(MapProperty(rawValue: oracle.asked))
      let wizard = ProjectionWizard(extent: extent, property: property)
      #expect(wizard.choices().map(\.projString) == oracle.proj, "\(oracle)")
      #expect(abs(wizard.scale - oracle.scale) < 5e-4 * max(1, oracle.scale / 100))
    }
  }

  @Test func everyChoiceIsTakenByPROJ() throws {
    for property in MapProperty.allCases {
      for extent in [
        BoundingBox(west: -180, south: -90, east: 180, north: 90),
        BoundingBox(west: 0, south: -20, east: 160, north: 20),
        BoundingBox(west: 30, south: 24, east: 60, north: 40), BoundingBox(west: 10, south: 76, east: 30, north: 81),
        BoundingBox(west: 175, south: -20, east: -170, north: -12),
        BoundingBox(west: 51, south: 32, east: 52, north: 33),
      ] {
        for choice in ProjectionWizard(extent: extent, property: property).choices() {
          let transformation = try Transformation(choice.projString)
          let point = try transformation.forward(extent.centre)
          #expect(point.x.isFinite && point.y.isFinite)
        }
      }
    }
  }
}
