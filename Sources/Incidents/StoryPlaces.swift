import Coordinates
import Gazetteer
import Toponyms

/// The places that a story names: how often, in which order, and how near to each other.
package struct StoryPlaces: Sendable {
  /// A name of the story with the place that it stands for.
  package struct Naming: Sendable {
    package var sentence: Int
    /// Its number among the toponyms of the sentence.
    package var toponym: Int
    package var place: PlaceID
  }

  package let namings: [Naming]
  /// How often each place is named.
  let counts: [PlaceID: Int]
  /// Which place is named first, second …, from 0.
  let firsts: [PlaceID: Int]
  /// Places that hold a named one.
  let holders: Set<PlaceID>
  /// For each place no larger than a district the metres to the nearest other such place; infinite where there is none.
  private let seclusion: [PlaceID: Double]

  package init(_ story: StoryReading, atlas: Atlas) {
    var namings: [Naming] = []
    var counts: [PlaceID: Int] = [:]
    var firsts: [PlaceID: Int] = [:]
    var holders: Set<PlaceID> = []
    for (number, sentence) in story.sentences.enumerated() {
      for (index, entry) in sentence.toponyms.enumerated() {
        guard let place = entry.resolved.place, entry.resolved.toponym.form != .demonym else { continue }
        namings.append(Naming(sentence: number, toponym: index, place: place))
        if counts[place] == nil {
          firsts[place] = firsts.count
          holders.formUnion(atlas.containers(of: place))
        }
        counts[place, default: 0] += 1
      }
    }
    let local = firsts.keys.filter { ![.country, .admin1, .region].contains(atlas.kind($0)) }
      .map { (place: $0, vector: EarthVector(atlas.coordinate($0))) }
    var seclusion: [PlaceID: Double] = [:]
    for one in local {
      let nearest = local.lazy.filter { $0.place != one.place }.map { $0.vector.squaredChord(to: one.vector) }.min()
      seclusion[one.place] = nearest?.squareRoot() ?? .infinity
    }
    (self.namings, self.counts, self.firsts, self.holders) = (namings, counts, firsts, holders)
    self.seclusion = seclusion
  }

  /// How far a place lies from the nearest other one that the story names: 0 within 30 km, 1 within 120, 2 within 400, 3 within
  /// 1,500, 4 further, 5 no other, 6 too large for the question.
  func seclusion(of place: PlaceID) -> UInt32 {
    guard let metres = seclusion[place] else { return 6 }
    let steps: [Double] = [30_000, 120_000, 400_000, 1_500_000, .greatestFiniteMagnitude]
    return UInt32(steps.firstIndex { metres <= $0 } ?? 5)
  }
}
