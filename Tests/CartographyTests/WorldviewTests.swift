import Testing

@testable import Cartography

@Suite struct WorldviewTests {
  @Test func aNewsroomsOwnTableGoesBeforeTheBasemaps() throws {
    let basemap = try SampleJobs.basemap()
    let house = try Worldview("# nothing\n").changes(to: basemap)
    #expect(house.isEmpty)
    let given = try Worldview("unit\tFR\tDepartement du Finistere\t\t\t\t\tGB\tnot meant\n").changes(to: basemap)
    #expect(!given.isEmpty && given.values.allSatisfy { $0 == .disputed })
    let plain = try Worldview(
      "border\tIL\tSY\t\t\t\t\tplain\tas agreed\nborder\tKR\tKP\t\t\t\t\tplain\t\nborder\tFR\tES\t-10\t50\t0\t60\tdisputed\tfar away"
    ).changes(to: basemap)
    #expect(!plain.isEmpty && plain.values.allSatisfy { $0 == .border })
    for arc in plain.keys { #expect(basemap.kind(ofArc: arc) == .disputed) }
  }

  @Test func aBadRowIsNamed() {
    #expect(throws: WorldviewError(line: 2, reason: "'border' with 'red' means nothing")) {
      try Worldview("#\nborder\tA\tB\t\t\t\t\tred\t")
    }
    #expect(throws: WorldviewError(line: 1, reason: "8 or 9 cells expected, 2 found")) { try Worldview("unit\tFR") }
  }
}
