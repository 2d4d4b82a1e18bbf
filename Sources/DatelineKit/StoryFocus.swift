import Gazetteer
import Incidents
import Language
import Toponyms

/// Finds the place that a story is about: names and sites of incidents count for themselves and for what contains them; from the country
/// that gathers most the way goes down as long as one place inside holds most of it, or much of it where the country itself is hardly named.
struct StoryFocus {
  private let atlas: Atlas
  /// What each place gathers, by itself and by the places in it.
  private var totals: [PlaceID: Double] = [:]
  private var children: [PlaceID: Set<PlaceID>] = [:]
  private var roots: Set<PlaceID> = []

  /// What names each place itself.
  private var own: [PlaceID: Double] = [:]

  /// So much of a place's weight must lie in one place inside for the story to be about that.
  private static let most = 0.5
  /// As much will do where the place itself has no more than `hardly`.
  private static let much = 0.35
  private static let hardly = 0.2

  init(_ report: Report) {
    atlas = report.atlas
    let document = report.document
    for resolved in report.toponyms where !resolved.toponym.isDateline {
      guard let place = resolved.place else { continue }
      let sentence = document.sentence(ofToken: resolved.toponym.tokens.lowerBound)
      add(place, weight: weight(of: resolved, place) * Self.weight(ofSentence: sentence) * resolved.confidence)
    }
    for incident in report.incidents {
      let first = incident.evidence.map(\.lowerBound).min() ?? 0
      let sentence = document.sentences.firstIndex { document.bytes(of: $0.tokens).upperBound > first } ?? 0
      let told = 1 + 0.5 * Double(min(incident.evidence.count, 4))
      for site in incident.sites {
        let share = site.precision == .country ? 0.3 : 1
        add(
          site.place, weight: told * share * incident.confidence * site.confidence * Self.weight(ofSentence: sentence))
      }
    }
  }

  /// Nil where no place is named. Of equals, the one that the gazetteer has first.
  var place: PlaceID? {
    guard var focus = best(of: roots) else { return nil }
    while let inside = best(of: children[focus] ?? []) {
      let isHardlyNamed = (own[focus] ?? 0) <= Self.hardly * total(focus)
      guard total(inside) >= (isHardlyNamed ? Self.much : Self.most) * total(focus) else { break }
      focus = inside
    }
    return focus
  }

  private mutating func add(_ place: PlaceID, weight: Double) {
    var inside = place
    own[place, default: 0] += weight
    totals[place, default: 0] += weight
    for container in atlas.containers(of: place) {
      totals[container, default: 0] += weight
      children[container, default: []].insert(inside)
      inside = container
    }
    roots.insert(inside)
  }

  /// Countries act and are spoken of wherever things happen; people and bodies are called by places where they are not.
  private func weight(of resolved: ResolvedToponym, _ place: PlaceID) -> Double {
    var weight = 1.0
    if resolved.toponym.usage == .associative { weight *= 0.4 }
    if resolved.toponym.form == .demonym { weight *= 0.5 }
    switch atlas.kind(place) {
    case .country: weight *= 0.4
    case .region, .water: weight *= 0.5
    default: break
    }
    return weight
  }

  /// What stands at the head tells more.
  private static func weight(ofSentence number: Int) -> Double { 0.5 + 2 / (1 + 0.5 * Double(number)) }

  private func total(_ place: PlaceID) -> Double { totals[place] ?? 0 }

  private func best(of places: Set<PlaceID>) -> PlaceID? {
    places.max { (total($0), $1) < (total($1), $0) }
  }
}
