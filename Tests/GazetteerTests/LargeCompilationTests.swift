import Coordinates
import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// What `dateline-lab bench-gazetteer` measures on the whole, made sure of on 20,000 places.
@Suite struct LargeCompilationTests {
  @Test(.timeLimit(.minutes(2))) func twentyThousandPlacesCompileInRunsAndAreAllFound() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 20_000)
    var lines = ""
    var names: [String] = []
    for number in 1...20_000 {
      let name = number % 10 == 0 ? "San José" : "Ort \(number)"
      names.append(name)
      let latitude = Double.random(in: -89...89, using: &random)
      let longitude = Double.random(in: -180...180, using: &random)
      lines +=
        "\(number ^ 0x2A)\t\(name)\t\(name)\tAlso \(number),Auch \(number)\t\(latitude)\t\(longitude)\tP\tPPL\tDE\t\t01\t\t\t\t"
        + "\(number)\t\t1\tEtc/UTC\t2026-01-01\n"
    }
    let path = "\(folder.path)/large.gazetteer"
    let assembly = try GazetteerAssembly(path: path, namesInRun: 5_000)
    var dump = GeoNamesCompiler(into: assembly)
    try dump.addPlaces(path: folder.write(lines, to: "DE.txt"), takesAlternates: true)
    dump.finish()
    try assembly.finish(metadata: [:])
    try assembly.commit()
    #expect(try folder.names() == ["DE.txt", "large.gazetteer"])

    let atlas = try Atlas(paths: [path])
    try atlas.verify()
    #expect(atlas.count == 20_000)
    #expect(atlas.candidates(named: "san jose").count == 2_000)
    for number in stride(from: 1, through: 20_000, by: 37) {
      let id = String(number ^ 0x2A)
      #expect(try atlas[#require(atlas.place(source: .geonames, id: id))].name == names[number - 1])
      #expect(atlas.candidates(named: "Auch \(number)").map { atlas[$0.place].sourceID } == [id])
    }
  }
}
