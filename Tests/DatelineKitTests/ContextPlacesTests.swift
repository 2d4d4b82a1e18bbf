import Coordinates
import DatelineKit
import Gazetteer
import TestSupport
import Testing

@Suite struct ContextPlacesTests {
  /// The wider the map, the larger the towns; on a map of the world there are none.
  @Test func townsGoWithTheWidthOfTheMap() throws {
    let folder = try TemporaryFolder()
    let atlas = try Atlas(paths: [folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")])
    func names(_ west: Double, _ east: Double) -> Set<String> {
      let points = [Coordinate(longitude: west, latitude: 32), Coordinate(longitude: east, latitude: 33)]
      return Set(atlas.contextPlaces(around: points).map(\.name))
    }
    #expect(names(51, 52).isSuperset(of: ["Isfahan", "Bat Yam"]) && !names(51, 52).contains("Qahjaverestan"))
    #expect(names(40, 52).contains("Tel Aviv-Yafo") && !names(40, 52).contains("Bat Yam"))
    #expect(names(20, 52).contains("Isfahan") && !names(20, 52).contains("Tel Aviv-Yafo"))
    #expect(names(-90, 90).isEmpty)
    #expect(atlas.contextPlaces(around: []).isEmpty)
  }
}
