import Coordinates
import DataFiles
import Foundation
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct GeoNamesCompilerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Compiles the files of `contents` by what they are called.
  private func compile(
    places: String = SampleDump.places, alternateNames: String = SampleDump.alternateNames,
    hierarchy: String = SampleDump.hierarchy, namesInRun: Int = 3_000_000, name: String = "own.gazetteer"
  ) throws -> (path: String, faults: InputFaults) {
    let path = "\(folder.path)/\(name)"
    let assembly = try GazetteerAssembly(path: path, namesInRun: namesInRun)
    var dump = GeoNamesCompiler(into: assembly)
    try dump.addPlaces(path: folder.write(places, to: "IR.txt"), takesAlternates: true)
    try dump.addUnitNames(path: folder.write(SampleDump.firstLevel, to: "admin1CodesASCII.txt"))
    try dump.addUnitNames(path: folder.write(SampleDump.secondLevel, to: "admin2Codes.txt"))
    try dump.addHierarchy(path: folder.write(hierarchy, to: "hierarchy.txt"))
    try dump.addAlternateNames(path: folder.write(alternateNames, to: "alternateNamesV2.txt"))
    dump.finish()
    try assembly.finish(metadata: ["sources": "sample"])
    try assembly.commit()
    return (path, dump.faults)
  }

  @Test func aDumpBecomesAGazetteer() throws {
    let (path, faults) = try compile()
    #expect(faults.total == 0)
    let atlas = try Atlas(paths: [path])
    try atlas.verify()
    #expect(atlas.count == 100)
    for name in ["Isfahan", "Eşfahān", "esfahan", "اصفهان", "Aspadana", "IFN"] {
      #expect(atlas.candidates(named: name).map { atlas[$0.place].sourceID } == ["418863"], "\(name)")
    }
    let isfahan = try #require(atlas.place(source: .geonames, id: "418863"))
    #expect(atlas[isfahan].name == "Isfahan")
    #expect(atlas[isfahan].coordinate == Coordinate(longitude: 51.674_62, latitude: 32.652_46))
    #expect(atlas.containers(of: isfahan).map { atlas[$0].sourceID } == ["9000001", "418862", "130758"])
    #expect(atlas.candidates(named: "Aspadana").map(\.nameKind) == [.historical])
    #expect(atlas.candidates(named: "https example org Isfahan").isEmpty)
    #expect(atlas.candidates(named: "Isfahan Province").map { atlas[$0.place].kind } == [.admin1])
    #expect(try atlas[#require(atlas.country(code: "IR"))].name == "Iran")
  }

  @Test func aPlaceOfTwoGazetteersIsOneCandidate() throws {
    let sample = try folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")
    let atlas = try Atlas(paths: [compile().path, sample])
    let found = atlas.candidates(named: "Isfahan").map { atlas[$0.place] }
    #expect(found.map(\.sourceID) == ["418863"])
    #expect(found.map(\.feature) == ["PPLA"])
    #expect(atlas.candidates(named: "Arad").count == 2)
  }

  @Test func theHierarchyGivesNearerContainers() throws {
    let atlas = try Atlas(paths: [compile().path])
    let quarter = try #require(atlas.place(source: .geonames, id: "9000002"))
    #expect(atlas.containers(of: quarter).first.map { atlas[$0].sourceID } == "418863")
  }

  @Test func anyCountOfRunsGivesTheSameBytes() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: compile(name: "a").path))
    for names in [1, 7, 50] {
      let inRuns = try Data(contentsOf: URL(fileURLWithPath: compile(namesInRun: names, name: "b\(names)").path))
      #expect(inRuns == whole, "\(names) names a run")
    }
  }

  /// The two writers agree on everything that can be asked.
  @Test func theAssemblyGivesWhatTheBuilderGives() throws {
    var builder = GazetteerBuilder()
    let path = "\(folder.path)/assembled"
    let assembly = try GazetteerAssembly(path: path)
    var random = SeededGenerator(seed: 11)
    for number in 0..<500 {
      let draft = PlaceDraft(
        name: ["San José", "San Jose", "Mill Creek", "X\(number)"][number % 4], kind: .city, feature: "PPL",
        coordinate: Coordinate(
          longitude: Double.random(in: -180...180, using: &random),
          latitude: Double.random(in: -90...90, using: &random)),
        country: "IR", population: Int.random(in: 0...1_000_000, using: &random), source: .own, sourceID: "id \(number)"
      )
      builder.add(draft)
      builder.addName("Other \(number % 50)", kind: .alternate, to: number)
      try assembly.add(draft)
      try assembly.addName("Other \(number % 50)", kind: .alternate, to: UInt32(number))
    }
    try assembly.finish(metadata: [:])
    try assembly.commit()
    let one = try Atlas(paths: [folder.write(builder.encode(metadata: [:]), to: "built")])
    let two = try Atlas(paths: [path])
    for name in ["San Jose", "Mill Creek", "Other 7", "X3", "Other"] {
      #expect(
        one.candidates(named: name).map { one[$0.place].sourceID }
          == two.candidates(named: name).map { two[$0.place].sourceID }, "\(name)")
      #expect(
        one.candidates(named: name).map { one[$0.place].name } == two.candidates(named: name).map { two[$0.place].name }
      )
    }
    for number in 0..<500 {
      let (a, b) = (one.place(source: .own, id: "id \(number)"), two.place(source: .own, id: "id \(number)"))
      #expect(try one[#require(a)].name == two[#require(b)].name)
    }
  }

  @Test func badLinesAreCountedAndSkipped() throws {
    let bad =
      "not a line\n" + SampleDump.places + "x\tName\t\t\t1\t2\tP\tPPL\tIR\t\t\t\t\t\t\t\t\t\t\n"
      + "5\tName\t\t\t91\t2\tP\tPPL\tIR\t\t\t\t\t\t\t\t\t\t\n"
    let (path, faults) = try compile(places: bad)
    #expect(
      faults.first.map { "\($0.line): \($0.reason)" } == [
        "1: 1 columns where 19 are wanted", "102: 'x' is no id", "103: '91', '2' are no latitude and longitude",
      ])
    #expect(try Atlas(paths: [path]).count == 100)
  }

  @Test func nothingIsLeftOfAFileThatIsNotFinished() throws {
    do {
      let assembly = try GazetteerAssembly(path: "\(folder.path)/half.gazetteer")
      try assembly.add(
        PlaceDraft(
          name: "A", kind: .city, feature: "PPL", coordinate: Coordinate(longitude: 0, latitude: 0), country: nil,
          source: .own, sourceID: "1"))
      #expect(try folder.names() == ["half.gazetteer.partial"])
    }
    #expect(try folder.names().isEmpty)
  }

  /// Whatever is in the files, something comes out or a sentence says why not.
  @Test(.timeLimit(.minutes(2))) func noInputHoweverDamagedTraps() throws {
    var random = SeededGenerator(seed: 7)
    for round in 0..<150 {
      var places = Array(SampleDump.places.utf8)
      var names = Array(SampleDump.alternateNames.utf8)
      var hierarchy = Array(SampleDump.hierarchy.utf8)
      for _ in 0..<(1 + round % 20) {
        random.damage(&places, in: 0..<places.count)
        random.damage(&names, in: 0..<names.count)
        random.damage(&hierarchy, in: 0..<hierarchy.count)
      }
      let path = "\(folder.path)/damaged.gazetteer"
      let assembly = try GazetteerAssembly(path: path)
      var dump = GeoNamesCompiler(into: assembly)
      try dump.addPlaces(path: folder.write(places, to: "p"), takesAlternates: true)
      try dump.addHierarchy(path: folder.write(hierarchy, to: "h"))
      try dump.addAlternateNames(path: folder.write(names, to: "n"))
      try dump.addUnitNames(path: folder.write(names, to: "u"))
      dump.finish()
      try assembly.finish(metadata: [:])
      try assembly.commit()
      let atlas = try Atlas(paths: [path])
      try atlas.verify()
      for place in atlas.nearest(200, to: Coordinate(longitude: 51, latitude: 32)) {
        _ = atlas[place]
        #expect(atlas.containers(of: place).count <= 8)
      }
      let csv = try folder.write(names, to: "sites.csv")
      if var table = try? SiteTable(path: csv) { while try table.next() != nil {} }
      _ = try? CodeTable(path: csv)
    }
  }
}
