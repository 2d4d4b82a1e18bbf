import Coordinates
import DatelineKit
import Gazetteer
import Geodesy
import TestSupport
import Testing

@Suite struct NeighboursTests {
  @Test func theOrderIsThatOfTheGeodesics() throws {
    var random = SeededGenerator(seed: 3)
    var builder = GazetteerBuilder()
    var points: [Coordinate] = []
    for number in 0..<300 {
      points.append(
        Coordinate(
          longitude: Double.random(in: -180...180, using: &random),
          latitude: Double.random(in: -90...90, using: &random)))
      builder.add(
        PlaceDraft(
          name: "P", kind: .city, feature: "x", coordinate: points[number], country: nil, source: .own,
          sourceID: String(number)))
    }
    let folder = try TemporaryFolder()
    let atlas = try Atlas(paths: [folder.write(builder.encode(metadata: [:]), to: "random.gazetteer")])
    for round in 0..<200 {
      // among points all over the Earth many lie where chords alone do not tell
      let target = Coordinate(
        longitude: Double.random(in: -180...180, using: &random), latitude: Double.random(in: -90...90, using: &random))
      for limit in [1, 10, 300] {
        let found = atlas.nearestByGeodesic(limit, to: target).map { atlas[$0].coordinate }
        let distances = found.map { Geodesic.wgs84.distance(from: target, to: $0).metres }
        let all = points.map { Geodesic.wgs84.distance(from: target, to: $0).metres }.sorted()
        for (a, b) in zip(distances, all.prefix(limit)) { #expect(abs(a - b) < 0.02, "round \(round), seed 3") }
        #expect(distances.count == limit)
      }
    }
  }

  @Test func nothingIsNearNowhere() throws {
    let folder = try TemporaryFolder()
    let atlas = try Atlas(paths: [folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")])
    #expect(atlas.nearestByGeodesic(5, to: Coordinate(longitude: .nan, latitude: 0)).isEmpty)
    #expect(atlas.nearestByGeodesic(0, to: Coordinate(longitude: 0, latitude: 0)).isEmpty)
    #expect(atlas.neighbours(5, of: Coordinate(longitude: 0, latitude: 0), kinds: [.district]).isEmpty)
  }
}
