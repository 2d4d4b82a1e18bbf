/// What a word may say of an event near it: a bit for each list of words that the rules ask for.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt64

  static let boundary = WordMarks(rawValue: 1)
  static let boundaryPhrase = WordMarks(rawValue: 1 << 1)
  static let foiling = WordMarks(rawValue: 1 << 2)
  static let caught = WordMarks(rawValue: 1 << 3)
  static let plotting = WordMarks(rawValue: 1 << 4)
  static let foilingPhrase = WordMarks(rawValue: 1 << 5)
  static let threat = WordMarks(rawValue: 1 << 6)
  static let feared = WordMarks(rawValue: 1 << 7)
  static let ahead = WordMarks(rawValue: 1 << 8)
  static let unless = WordMarks(rawValue: 1 << 9)
  static let warning = WordMarks(rawValue: 1 << 10)
  static let modal = WordMarks(rawValue: 1 << 11)
  static let would = WordMarks(rawValue: 1 << 12)
  static let forecast = WordMarks(rawValue: 1 << 13)
  static let approaching = WordMarks(rawValue: 1 << 14)
  static let answer = WordMarks(rawValue: 1 << 15)
  static let looming = WordMarks(rawValue: 1 << 16)
  static let failed = WordMarks(rawValue: 1 << 17)
  static let attempted = WordMarks(rawValue: 1 << 18)
  static let attempt = WordMarks(rawValue: 1 << 19)
  static let ongoing = WordMarks(rawValue: 1 << 20)
  static let being = WordMarks(rawValue: 1 << 21)
  static let period = WordMarks(rawValue: 1 << 22)
  static let since = WordMarks(rawValue: 1 << 23)
  static let perfectPhrase = WordMarks(rawValue: 1 << 24)
  static let lastingPhrase = WordMarks(rawValue: 1 << 25)
  static let soonPhrase = WordMarks(rawValue: 1 << 26)
  static let denial = WordMarks(rawValue: 1 << 27)
  static let condition = WordMarks(rawValue: 1 << 28)
  static let possibility = WordMarks(rawValue: 1 << 29)
  static let any = WordMarks(rawValue: 1 << 30)
  static let intent = WordMarks(rawValue: 1 << 31)
  static let to = WordMarks(rawValue: 1 << 32)
  static let beforeTo = WordMarks(rawValue: 1 << 33)
  static let `for` = WordMarks(rawValue: 1 << 34)
  static let beforeFor = WordMarks(rawValue: 1 << 35)
  static let call = WordMarks(rawValue: 1 << 36)
  static let scheduled = WordMarks(rawValue: 1 << 37)
  static let due = WordMarks(rawValue: 1 << 38)
  static let relative = WordMarks(rawValue: 1 << 39)
  static let planning = WordMarks(rawValue: 1 << 40)
  static let continuing = WordMarks(rawValue: 1 << 41)
  static let battling = WordMarks(rawValue: 1 << 42)
  static let habit = WordMarks(rawValue: 1 << 43)
  static let denying = WordMarks(rawValue: 1 << 44)
  static let claiming = WordMarks(rawValue: 1 << 45)
  static let doubt = WordMarks(rawValue: 1 << 46)
  static let comma = WordMarks(rawValue: 1 << 47)
  static let have = WordMarks(rawValue: 1 << 48)
  static let harm = WordMarks(rawValue: 1 << 49)
  static let doer = WordMarks(rawValue: 1 << 50)
  static let casualty = WordMarks(rawValue: 1 << 51)
  static let quote = WordMarks(rawValue: 1 << 52)
  static let blame = WordMarks(rawValue: 1 << 53)
  static let damage = WordMarks(rawValue: 1 << 54)

  private static let words: [(WordMarks, [String])] = [
    (
      .boundary,
      [
        ";", ":", "—", "–", "after", "before", "when", "while", "following", "amid", "because", "although", "though",
        "since", "who", "which", "where", "whose", "but", "until", "despite", "prompting", "ahead",
      ]
    ),
    (.boundaryPhrase, SentenceReading.boundaryPhrases.map { $0[0] }),
    (
      .foiling,
      [
        "foiled", "foil", "foils", "thwarted", "thwart", "prevented", "averted", "defused", "repelled", "repulsed",
        "disarmed",
      ]
    ),
    (.caught, ["arrested", "detained", "suspected", "charged", "suspicion"]),
    (.plotting, ["planning", "preparing", "plotting", "plotted", "plot"]),
    (.foilingPhrase, TriggerContext.foilingPhrases.openers),
    // and every word that begins with "threat"
    (.threat, ["vowed", "vows", "warned", "warns", "warning", "warnings", "feared", "fears"]),
    (.feared, ["threatened", "feared"]),
    (.ahead, ["will", "would", "could", "shall"]),
    (.unless, ["unless"]),
    (.warning, ["warned", "threatened", "caller", "threat", "warns"]),
    (.modal, ["will", "would", "could"]),
    (.would, ["would"]),
    (.forecast, ["forecast", "forecasts", "forecasters", "braces", "bracing"]),
    (.approaching, ["expected", "approaching", "approaches"]),
    (
      .answer,
      [
        "respond", "response", "retaliate", "retaliation", "avenge", "revenge", "reply", "investigate", "discuss",
        "mark", "commemorate", "after", "following",
      ]
    ),
    (
      .looming,
      ["planned", "upcoming", "imminent", "expected", "looming", "scheduled", "possible", "potential"]
    ),
    (.failed, ["failed", "abortive", "botched", "unsuccessful"]),
    (.attempted, ["attempted"]),
    (.attempt, ["tried", "attempted", "attempt", "attempting", "trying", "attempts"]),
    (.ongoing, ["ongoing", "continuing", "continued"]),
    (.being, ["is", "are", "been"]),
    (.period, ["day", "night", "week", "month", "year"]),
    (.since, ["since"]),
    (.perfectPhrase, TriggerContext.perfect.openers),
    (.lastingPhrase, TriggerContext.lasting.openers),
    (.soonPhrase, TriggerContext.soon.openers),
    (
      .denial,
      [
        "not", "never", "no", "without", "dont", "didnt", "wasnt", "werent", "havent", "hasnt", "wont", "cant",
      ]
    ),
    (.condition, ["if"]),
    (.possibility, ["could", "might", "should"]),
    (.any, ["any"]),
    (.intent, ["will", "would", "shall", "planning", "preparing", "plans", "plan", "intends", "pledged"]),
    (.to, ["to"]),
    (
      .beforeTo,
      [
        "planned", "set", "scheduled", "expected", "due", "vowed", "intend", "ready", "is", "are", "were", "was",
      ]
    ),
    (.for, ["for"]),
    (.beforeFor, ["called", "calls", "calling", "call", "planned", "scheduled", "set"]),
    (.call, ["announces", "announced", "called", "calls"]),
    (.scheduled, ["scheduled", "planned", "will"]),
    (.due, ["set", "expected", "due"]),
    (.relative, ["that", "which", "it", "being"]),
    (.planning, ["planning", "plans", "planned", "preparing", "intends", "considering", "contemplating"]),
    (.continuing, ["continues", "continued", "continuing", "rages", "raged"]),
    (.battling, ["continued", "continues", "battling", "fighting"]),
    (
      .habit,
      [
        "previously", "repeatedly", "often", "regularly", "frequently", "routinely", "sporadically", "always",
        "usually",
      ]
    ),
    (.denying, ["denied", "denies"]),
    (.claiming, ["claimed", "claims"]),
    (
      .doubt,
      [
        "suspected", "alleged", "allegedly", "apparent", "attributed", "blamed", "accused", "believed", "presumed",
        "apparently", "looked", "appeared", "thought",
      ]
    ),
    (.comma, [","]),
    (.have, ["has", "have"]),
    (.harm, ["killed", "injured", "wounded", "dead", "died", "killing"]),
    (.doer, Array(ActorFinder.doers)),
    (.casualty, CasualtyFinder.signs),
    (.quote, ["“", "”", "\""]),
    (.blame, ["responsibility", "responsible", "blamed", "accused"]),
    (.damage, ["damaged", "destroyed", "damage", "injured", "wounded", "hurt", "died"]),
  ]

  private static let table: HashTable<WordMarks> = {
    var table = HashTable<WordMarks>(capacity: words.reduce(0) { $0 + $1.1.count }, absent: [])
    for (mark, list) in words {
      for word in list { table[FeatureBag.wordHash(word)].formUnion(mark) }
    }
    return table
  }()

  /// The marks of words.
  /// - Parameter hashes: their ``FeatureBag/wordHash(_:)``.
  static func marks(of hashes: [UInt32]) -> [WordMarks] {
    let table = table
    return hashes.map { table[$0] }
  }
}

extension Collection<WordMarks> {
  /// Whether a word bears one of some marks.
  func bear(_ marks: WordMarks) -> Bool { contains { !$0.isDisjoint(with: marks) } }
}
