import Gazetteer
import Language

/// What the words beside a name say about its kind.
struct KindCues {
  /// Empty where they say nothing.
  private(set) var kinds: Set<PlaceKind> = []

  private static let behind: [String: Set<PlaceKind>] = [
    "county": [.admin2], "parish": [.admin2], "province": [.admin1, .region], "state": [.admin1], "oblast": [.admin1],
    "governorate": [.admin1], "prefecture": [.admin1, .admin2], "region": [.admin1, .admin2, .region], "city": [.city],
    "river": [.water], "lake": [.water], "sea": [.water], "island": [.landform, .admin1, .admin2],
    "islands": [.landform, .admin1, .country], "airport": [.airport, .city],
    "district": [.admin2, .district, .city, .admin1],
    "neighborhood": [.district, .city], "neighbourhood": [.district, .city], "desert": [.region], "valley": [.region],
    "peninsula": [.region, .landform], "mountains": [.landform],
  ]

  /// Behind several names: "Hunan and Hubei provinces".
  private static let behindSeveral: [String: Set<PlaceKind>] = [
    "counties": [.admin2], "parishes": [.admin2], "provinces": [.admin1, .region], "states": [.admin1],
    "oblasts": [.admin1], "governorates": [.admin1], "prefectures": [.admin1, .admin2],
    "regions": [.admin1, .admin2, .region], "districts": [.admin2, .district, .city, .admin1], "rivers": [.water],
    "lakes": [.water], "seas": [.water], "islands": [.landform, .admin1, .admin2, .country],
    "airports": [.airport, .city],
    "neighborhoods": [.district, .city], "neighbourhoods": [.district, .city], "deserts": [.region],
  ]

  private static let before: [String: Set<PlaceKind>] = [
    "city": [.city], "town": [.city, .district], "village": [.city, .district], "capital": [.city],
    "suburb": [.city, .district],
    "state": [.admin1], "province": [.admin1, .region], "county": [.admin2],
    "island": [.landform, .admin1, .admin2, .country],
    "republic": [.country, .admin1], "neighborhood": [.district, .city], "neighbourhood": [.district, .city],
    "district": [.admin2, .district, .city, .admin1], "port": [.city], "kingdom": [.country],
  ]

  init(mentions: [Toponym], document: Document) {
    for mention in mentions {
      if let cue = Self.cue(at: mention.tokens.upperBound, in: document).flatMap({ Self.behind[$0] }) {
        kinds.formUnion(cue)
      }
      if let cue = Self.cueBehindList(from: mention.tokens.upperBound, in: document) { kinds.formUnion(cue) }
      let first = mention.tokens.lowerBound
      if Self.cue(at: first - 1, in: document) == "of",
        let cue = Self.cue(at: first - 2, in: document).flatMap({ Self.before[$0] })
      {
        kinds.formUnion(cue)
      }
    }
  }

  /// The word for the kind of all the names of a list, from behind one of them.
  private static func cueBehindList(from start: Int, in document: Document) -> Set<PlaceKind>? {
    for index in start..<max(start, min(start + 14, document.tokens.count)) {
      let token = document.tokens[index]
      if token.shape.contains(.capitalised) { continue }
      let text = token.kind == .word ? document.foldedText(of: token) : document.text(of: token)
      guard !["and", "or", ","].contains(text) else { continue }
      return behindSeveral[text]
    }
    return nil
  }

  private static func cue(at index: Int, in document: Document) -> String? {
    document.tokens.indices.contains(index) ? document.foldedText(of: document.tokens[index]) : nil
  }
}
