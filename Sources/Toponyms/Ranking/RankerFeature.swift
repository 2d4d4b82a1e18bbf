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

  /// What it says of a candidate, for people.
  package var words: String {
    switch self {
    case .prominence: "how large or well known it is"
    case .under1000, .under5000, .under20000, .under100000, .under500000, .under2000000: "its class of size"
    case .isMostProminent: "the largest of the name"
    case .gapToLargest: "how much larger the largest of the name is"
    case .leadOverSecond: "how much larger it is than the next"
    case .manyCandidates: "many places have the name"
    case .isCity, .isCountry, .isFirstLevel, .isSecondLevel, .isRegion, .isWater, .isLandform, .isFacility, .isDistrict,
      .isAirport:
      "the kind of place"
    case .isCapital: "a capital"
    case .byMainName: "this is its main name"
    case .byAlias: "this is another English name of it"
    case .byAbbreviation: "this is its abbreviation"
    case .byDemonym: "this is the word for its people"
    case .byAlternate: "this is a name in another language or spelling"
    case .byHistorical: "this is a former name"
    case .unitBesideCity: "a unit named like a large city"
    case .cityBesideUnit: "a city named like a unit"
    case .isDateline: "the article was filed there"
    case .isOftenMentioned: "named often"
    case .isFirstName: "named first"
    case .isAssociative: "named for its people or institutions"
    case .cueFits: "words beside it fit the kind"
    case .cueMisfits: "words beside it want another kind"
    case .countryVote: "other names lie in its country"
    case .firstLevelVote: "other names lie in its first-level unit"
    case .secondLevelVote: "other names lie in its second-level unit"
    case .isInLeadingCountry: "in the country most names lie in"
    case .isInLeadingUnit: "in the unit most names lie in"
    case .countryNamed: "its country is named"
    case .firstLevelNamed: "its first-level unit is named"
    case .isMostProminentInLeadingCountry: "the largest in the country most names lie in"
    case .isMostProminentInLeadingUnit: "the largest in the unit most names lie in"
    case .nearTo: "very near another name's place"
    case .sameArea: "in the area of another name's place"
    case .nearToMany: "near many of the other places"
    case .neighbourInCountry: "the names next to it lie in its country"
    case .neighbourInUnit: "the names next to it lie in its unit"
    case .neighbourNear: "near the places named next to it"
    case .insideNamed, .insideNamedSurely: "what contains it is named beside it"
    case .containsNamed: "it contains a place named beside it"
    case .hasHome: "the outlet's home is known"
    case .nearHome50, .nearHome150, .nearHome500: "near the outlet's home"
    case .inHomeCountry: "in the outlet's country"
    case .inHomeFirstLevel: "in the outlet's first-level unit"
    case .inHomeSecondLevel: "in the outlet's second-level unit"
    case .isMostProminentInHomeCountry: "the largest in the outlet's country"
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
