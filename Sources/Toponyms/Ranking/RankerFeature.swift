/// What the ranker looks at. The order is that of the model file.
package enum RankerFeature: Int, CaseIterable, Sendable {
  // The place itself, among those of its name.
  /// log10 of inhabitants, or of what the rank is worth in them, over 7.
  case prominence
  case under1000, under5000, under20000, under100000, under500000, under2000000
  case isMostProminent
  /// log10 of how much larger the largest is, and how much larger this one is than the second.
  case gapToLargest, leadOverSecond
  case manyCandidates
  case isCity, isCountry, isFirstLevel, isSecondLevel, isRegion, isWater, isLandform, isFacility, isDistrict, isAirport
  case isCapital
  case byMainName, byAlias, byAbbreviation, byDemonym, byAlternate, byHistorical
  /// A unit beside a city of its name (New York), and the city beside the unit.
  case unitBesideCity, cityBesideUnit

  // How the text speaks of the name.
  case isDateline, isOftenMentioned, isFirstName, isAssociative
  /// Words beside the name that fit or do not fit the kind ("County", "state of", "city of").
  case cueFits, cueMisfits

  // The company of the other names.
  /// The share of the other names that lie in the same country or unit.
  case countryVote, firstLevelVote, secondLevelVote
  case isInLeadingCountry, isInLeadingUnit
  /// The country or first-level unit is named in the article.
  case countryNamed, firstLevelNamed
  case isMostProminentInLeadingCountry, isMostProminentInLeadingUnit
  /// Nearness to the nearest other name, over 50 km and 400 km, and to all of them over 150 km.
  case nearTo, sameArea, nearToMany
  /// The names that stand next to this one in the text.
  case neighbourInCountry, neighbourInUnit, neighbourNear
  /// A container named beside it ("X, Y", "X in Y"): likely at all, how likely, and being another name's container.
  case insideNamed, insideNamedSurely, containsNamed

  // The outlet's home.
  case hasHome, nearHome50, nearHome150, nearHome500, inHomeCountry, inHomeFirstLevel, inHomeSecondLevel
  case isMostProminentInHomeCountry

  package static let count = allCases.count

  /// Which sort of evidence it is, for leaving sorts out and seeing what they are worth.
  package enum Group: String, CaseIterable, Sendable {
    case prominence, kind, name, text, votes, nearness, containers, home
  }

  package var group: Group {
    switch self {
    case .prominence, .under1000, .under5000, .under20000, .under100000, .under500000, .under2000000, .isMostProminent,
      .gapToLargest, .leadOverSecond, .manyCandidates, .isCapital:
      .prominence
    case .isCity, .isCountry, .isFirstLevel, .isSecondLevel, .isRegion, .isWater, .isLandform, .isFacility, .isDistrict,
      .isAirport, .unitBesideCity, .cityBesideUnit:
      .kind
    case .byMainName, .byAlias, .byAbbreviation, .byDemonym, .byAlternate, .byHistorical: .name
    case .isDateline, .isOftenMentioned, .isFirstName, .isAssociative, .cueFits, .cueMisfits: .text
    case .countryVote, .firstLevelVote, .secondLevelVote, .isInLeadingCountry, .isInLeadingUnit, .countryNamed,
      .firstLevelNamed, .isMostProminentInLeadingCountry, .isMostProminentInLeadingUnit:
      .votes
    case .nearTo, .sameArea, .nearToMany, .neighbourInCountry, .neighbourInUnit, .neighbourNear: .nearness
    case .insideNamed, .insideNamedSurely, .containsNamed: .containers
    case .hasHome, .nearHome50, .nearHome150, .nearHome500, .inHomeCountry, .inHomeFirstLevel, .inHomeSecondLevel,
      .isMostProminentInHomeCountry:
      .home
    }
  }

  /// What sort of evidence it is, for people; features that say one thing share the words.
  package var words: String {
    switch self {
    case .prominence, .under1000, .under5000, .under20000, .under100000, .under500000, .under2000000, .isMostProminent,
      .gapToLargest, .leadOverSecond, .manyCandidates:
      "size"
    case .isCity, .isCountry, .isFirstLevel, .isSecondLevel, .isRegion, .isWater, .isLandform, .isFacility, .isDistrict,
      .isAirport:
      "kind of place"
    case .isCapital: "capital or not"
    case .byMainName, .byAlias, .byAbbreviation, .byDemonym, .byAlternate, .byHistorical: "main or other name"
    case .unitBesideCity, .cityBesideUnit: "city and unit of one name"
    case .isDateline, .isOftenMentioned, .isFirstName, .isAssociative: "where and how often named"
    case .cueFits, .cueMisfits: "words for the kind beside it"
    case .countryVote, .isInLeadingCountry: "countries of the other names"
    case .firstLevelVote, .isInLeadingUnit: "first-level units of the other names"
    case .secondLevelVote: "second-level units of the other names"
    case .countryNamed: "its country named or not"
    case .firstLevelNamed: "its first-level unit named or not"
    case .isMostProminentInLeadingCountry: "largest in the article's country or not"
    case .isMostProminentInLeadingUnit: "largest in the article's unit or not"
    case .nearTo, .sameArea, .nearToMany: "nearness to the other places"
    case .neighbourInCountry, .neighbourInUnit, .neighbourNear: "the names next to it"
    case .insideNamed, .insideNamedSurely: "what contains it named beside it"
    case .containsNamed: "a part of it named beside it"
    case .hasHome, .nearHome50, .nearHome150, .nearHome500: "nearness to the outlet's home"
    case .inHomeCountry, .inHomeFirstLevel, .inHomeSecondLevel: "in the outlet's country and units or not"
    case .isMostProminentInHomeCountry: "largest in the outlet's country or not"
    }
  }
}

/// The features of a name's candidates, a row for each.
package struct FeatureMatrix: Sendable {
  package private(set) var values: [Float]

  init(rows: Int) { values = [Float](repeating: 0, count: rows * RankerFeature.count) }

  package subscript(row: Int, feature: RankerFeature) -> Float {
    get { values[row * RankerFeature.count + feature.rawValue] }
    set { values[row * RankerFeature.count + feature.rawValue] = newValue }
  }

  package func row(_ row: Int) -> ArraySlice<Float> {
    values[row * RankerFeature.count..<(row + 1) * RankerFeature.count]
  }
}
