import Coordinates
import Gazetteer

/// A place that a name may mean, with what the ranker asks of it again and again.
struct CandidatePlace {
  let id: PlaceID
  let nameKind: NameKind
  let kind: PlaceKind
  let prominence: Double
  let point: PackedPoint
  let isCapital: Bool
  /// The places that contain it, from the nearest up; unused lanes hold ``nowhere``.
  let containers: SIMD4<UInt32>
  /// The numbers of its country and units in the article's ``UnitTable``s; 0 for none.
  let country: Int
  let firstLevel: Int
  let secondLevel: Int

  static let nowhere = UInt32.max

  init(_ candidate: Atlas.Candidate, atlas: Atlas, units: inout UnitNumbers) {
    id = candidate.place
    nameKind = candidate.nameKind
    let (file, place) = atlas.locate(id)
    kind = file.kind(place)
    prominence = file.prominence(place)
    point = file.point(place)
    isCapital = file.isCapital(place)
    var chain = SIMD4<UInt32>(repeating: Self.nowhere)
    var (first, second): (UInt32?, UInt32?) = (nil, nil)
    var current = file.parent(place)
    let base = id.rawValue - UInt32(place)
    for lane in 0..<4 {
      guard let container = current else { break }
      chain[lane] = base + UInt32(container)
      switch file.kind(container) {
      case .admin1: first = chain[lane]
      case .admin2: second = chain[lane]
      default: break
      }
      current = file.parent(container)
    }
    containers = chain
    if kind == .admin1 { first = id.rawValue }
    if kind == .admin2 { second = id.rawValue }
    let key = file.countryKey(place)
    country = key == 0 ? 0 : units.country(key)
    firstLevel = first.map { units.firstLevel($0) } ?? 0
    secondLevel = second.map { units.secondLevel($0) } ?? 0
  }

  func isInside(_ other: CandidatePlace) -> Bool { any(containers .== other.id.rawValue) }

  /// Kilometres along the chord: for ordering and scoring inside the ranker.
  func chordKilometres(to other: CandidatePlace) -> Float {
    Float(point.squaredChord(to: other.point).squareRoot() / PackedPoint.unitsPerMetre / 1000)
  }
}

/// Small numbers, from 1, for the countries and units of an article's candidates, so that votes are arrays.
struct UnitNumbers {
  private var countries: [UInt32: Int] = [:]
  private var firstLevels: [UInt32: Int] = [:]
  private var secondLevels: [UInt32: Int] = [:]

  var counts: (countries: Int, firstLevels: Int, secondLevels: Int) {
    (countries.count + 1, firstLevels.count + 1, secondLevels.count + 1)
  }

  mutating func country(_ key: UInt32) -> Int { Self.number(of: key, in: &countries) }
  mutating func firstLevel(_ id: UInt32) -> Int { Self.number(of: id, in: &firstLevels) }
  mutating func secondLevel(_ id: UInt32) -> Int { Self.number(of: id, in: &secondLevels) }

  private static func number(of key: UInt32, in numbers: inout [UInt32: Int]) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = numbers.count + 1
    return numbers.count
  }
}
