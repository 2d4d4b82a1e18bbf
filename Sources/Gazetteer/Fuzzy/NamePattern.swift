import Language

/// Forms in which news writes names that a gazetteer has otherwise: `Hamilton Twp.`, `Town of Groton`, `River Lune`, `Loudon Co.`
///
/// Each gives other folded keys to ask for, and what the place must be to count.
enum NamePattern {
  struct Reading: Hashable {
    var key: String
    /// What may be meant; nil for all.
    var kinds: Set<PlaceKind>?
    var nameKinds: Set<NameKind> = [.main, .alternate, .alias, .historical]
  }

  private static let settlements: Set<PlaceKind> = [.city, .district, .admin2, .admin1]
  private static let units: Set<PlaceKind> = [.admin1, .admin2]

  /// Words before `of` that say what a place is.
  private static let unitsOf = [
    "town": settlements, "city": settlements, "village": settlements, "borough": settlements,
    "township": settlements, "municipality": settlements, "suburb": settlements, "hamlet": settlements,
    "county": units, "district": settlements, "province": units, "state": units, "region": units.union([.region]),
    "governorate": units, "prefecture": units, "department": units, "oblast": units,
    "republic": units.union([.country]),
    "kingdom": [.country], "commonwealth": units.union([.country]), "port": settlements,
    "isle": [.landform, .admin1, .country],
    "island": [.landform, .admin1, .country], "gulf": [.water], "bay": [.water], "lake": [.water],
  ]

  /// Words behind a name that say what the place is; without them the name is asked for such places.
  private static let suffixes = [
    "township": settlements, "twp": settlements, "town": settlements, "city": settlements, "village": settlements,
    "borough": settlements, "municipality": settlements, "suburbs": settlements, "metro": settlements,
    "area": settlements, "county": units, "co": units, "parish": settlements, "province": units, "state": units,
    "prefecture": units, "governorate": units, "oblast": units, "voivodeship": units, "district": settlements,
    "region": units.union([.region, .city]), "republic": units.union([.country]), "river": [.water],
    "valley": [.landform, .region, .water, .city], "island": [.landform, .city, .admin1, .admin2, .country],
    "islands": [.landform, .region, .country, .admin1], "airport": [.airport, .city], "creek": [.water],
    "lake": [.water, .city], "falls": [.water, .landform, .city], "peninsula": [.landform, .region],
    "mountains": [.landform], "coast": [.region, .city, .country],
  ]

  /// What news puts before the name of a place of which it means a part, or the surroundings.
  private static let parts: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower",
    "greater", "inner", "outer", "downtown", "uptown", "midtown", "metro", "metropolitan", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "mid", "rural",
  ]

  private static let abbreviations = [
    "co": "county", "twp": "township", "is": "island", "pen": "peninsula", "mtn": "mountain", "mtns": "mountains",
    "n": "north", "s": "south", "e": "east", "w": "west", "prov": "province",
  ]

  /// What to ask for instead of a key, the closest reading first.
  static func readings(of key: String) -> [Reading] {
    let words = key.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return [] }
    var readings: [Reading] = []
    func add(_ words: some Sequence<String>, _ kinds: Set<PlaceKind>? = nil) {
      let key = words.joined(separator: " ")
      if key.utf8.count > 2 { readings.append(Reading(key: key, kinds: kinds)) }
    }
    if words.count > 1 {
      if let whole = abbreviations[last] { add(words.dropLast() + [whole]) }
      if let whole = abbreviations[first] { add([whole] + words.dropFirst()) }
      // River Lune, Lune River; Lake Kiser, Kiser Lake; County Mayo, Mayo County
      for word in ["river", "lake", "mt", "county", "camp", "port"] {
        if first == word { add(words.dropFirst() + [word]) }
        if last == word { add([word] + words.dropLast()) }
      }
      if words.count > 2, words[1] == "of", let kinds = unitsOf[first] { add(words.dropFirst(2), kinds) }
      if first == "river" { add(words.dropFirst(), [.water]) }
      if first == "county" { add(words.dropFirst(), units) }
      if last == "river" || last == "lake" || last == "creek" { add(words, [.water]) }
      if let kinds = suffixes[last] { add(words.dropLast(), kinds) }
      if parts.contains(first) { add(words.dropFirst()) }
    }
    if last.utf8.count > 4, last.hasSuffix("s"), !last.hasSuffix("ss") {
      let singular = (words.dropLast() + [String(last.dropLast())]).joined(separator: " ")
      readings.append(Reading(key: singular, kinds: nil, nameKinds: [.demonym]))
    }
    if words.count > 1, parts.contains(first) {
      for stem in demonymStems(last) {
        readings.append(
          Reading(
            key: (words.dropLast() + [stem]).joined(separator: " "), kinds: [.region, .admin1, .country, .admin2]))
      }
    }
    return readings
  }

  /// What `Ossetian` and `Ossetians` may be derived from.
  private static func demonymStems(_ word: String) -> [String] {
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard singular.hasSuffix("ian") || singular.hasSuffix("an") || singular.hasSuffix("ese") else { return [] }
    if singular.hasSuffix("ese") { return [String(singular.dropLast(3)), String(singular.dropLast(3)) + "a"] }
    return [String(singular.dropLast()), String(singular.dropLast(2)), String(singular.dropLast(3))]
  }
}

extension Atlas {
  /// The places that a name means in a form that the gazetteer does not have: `Hamilton Twp.` is Hamilton, a township or town; `Loudon
  /// Co.` is Loudon County; `River Lune` is the Lune; `South Ossetians` are of South Ossetia; `Greater Mumbai` is Mumbai.
  ///
  /// It is for names that ``candidates(named:)`` does not know: of those that it knows nothing is returned. The first form that is
  /// known counts.
  public func candidatesByPattern(named name: String) -> [Candidate] {
    let key = Folding.key(of: name)
    guard records(of: Array(key.utf8)) == nil else { return [] }
    for reading in NamePattern.readings(of: key) {
      let known = records(of: Array(reading.key.utf8))?.candidates ?? []
      let meant = known.filter { candidate in
        reading.nameKinds.contains(candidate.nameKind) && (reading.kinds?.contains(kind(candidate.place)) ?? true)
      }
      if !meant.isEmpty { return meant }
    }
    return []
  }
}
