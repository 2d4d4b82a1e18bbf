import Cartography
import Coordinates
import Gazetteer

extension Atlas {
  /// Towns near some points by which readers of a map find their way, the larger the wider the map; at most 80, and none on maps
  /// of the world.
  public func contextPlaces(around points: [Coordinate]) -> [ContextPlace] {
    guard let box = BoundingBox(enclosing: points) else { return [] }
    let span = max(box.width, box.height)
    guard span < 150 else { return [] }
    let least = span > 60 ? 3_000_000 : span > 20 ? 800_000 : span > 6 ? 200_000 : 30_000
    return cities(around: box.centre, limit: 80, leastPopulation: least).map { city in
      ContextPlace(name: city.name, coordinate: city.coordinate, population: city.population, isCapital: city.isCapital)
    }
  }
}
