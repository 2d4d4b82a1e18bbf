import Gazetteer
import GeoJSON
import Toponyms

/// Why each name was taken for its place, and its runners-up, as JSON. Places and reasons, which recur, stand once.
///
///     {"places": [["Isfahan", "Isfahan, Iran", "city", 1547164]], "why": ["inhabitants"],
///      "names": [["Isfahan", 4, 97, [[0, 98, [[0, 310]]]]]], "noSite": ["holds a site"]}
///
/// A name: as it first stands, how often, its confidence, and its candidates: place, share and what spoke for (or against) it, with
/// hundredths of points. Confidence and shares are hundredths.
struct PageReasons {
  private var places = Index<PlaceID>()
  private var words = Index<String>()
  private var names: [JSONValue] = []
  private var placeValues: [JSONValue] = []

  /// The winner and its runners-up.
  private static let mostCandidates = 3

  private struct Index<Key: Hashable> {
    var numbers: [Key: Int] = [:]
    var keys: [Key] = []

    mutating func number(of key: Key) -> Int {
      if let number = numbers[key] { return number }
      numbers[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
  }

  private let noSite: [String]

  /// - Parameter noSite: why names are no sites, as the marks count them.
  init(_ stories: [PageStory], noSite: [String]) {
    self.noSite = noSite
    for story in stories {
      for trace in story.traces {
        let candidates = trace.candidates.prefix(Self.mostCandidates).map { candidate -> JSONValue in
          let known = places.keys.count
          let place = places.number(of: candidate.place)
          if place == known { placeValues.append(Self.value(of: candidate.place, in: story.report.atlas)) }
          let reasons = candidate.reasons.map { reason -> JSONValue in
            .array([.int(words.number(of: reason.words)), .int(Int((reason.points * 100).rounded()))])
          }
          return .array([.int(place), .int(PageText.hundredths(candidate.probability)), .array(reasons)])
        }
        names.append(
          .array([
            .string(trace.text), .int(trace.mentions), .int(PageText.hundredths(trace.confidence)), .array(candidates),
          ]))
      }
    }
  }

  private static func value(of id: PlaceID, in atlas: Atlas) -> JSONValue {
    let place = atlas[id]
    let units = atlas.containers(of: id).map { atlas[$0].name }.filter { $0 != place.name }
    return .array([
      .string(place.name), .string(units.joined(separator: ", ")), .string(place.kind.word), .int(place.population),
    ])
  }

  var text: String {
    GeoJSONWriter().string(
      .object([
        JSONValue.Member("places", .array(placeValues)),
        JSONValue.Member("why", .array(words.keys.map { .string($0) })), JSONValue.Member("names", .array(names)),
        JSONValue.Member("noSite", .array(noSite.map { .string($0) })),
      ]))
  }
}
