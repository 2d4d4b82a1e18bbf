/// Kinds of writing in which words of violence and disaster are often figures of speech.
enum Register: Int, CaseIterable {
  case sport, markets, arts, court

  /// Words that mark it, folded.
  var words: Set<String> {
    switch self {
    case .sport: Self.wordsOfSport
    case .markets: Self.wordsOfMarkets
    case .arts: Self.wordsOfArts
    case .court: Self.wordsOfCourt
    }
  }

  private static let wordsOfSport: Set<String> = [
    "game", "games", "season", "coach", "league", "inning", "innings", "quarterback", "touchdown", "goal", "goals",
    "striker", "midfielder", "playoff", "playoffs", "tournament", "championship", "scored", "pitcher", "pitchers",
    "homer", "wicket", "wickets", "batsman", "basketball", "football", "baseball", "hockey", "soccer", "cricket",
    "rebounds", "referee", "halftime", "goalkeeper", "defender", "fixture", "derby", "squad", "nba", "nfl", "ncaa",
    "points", "team", "teams", "players", "player", "match",
  ]
  private static let wordsOfMarkets: Set<String> = [
    "shares", "stocks", "investors", "traders", "index", "currency", "equities", "bonds", "dow", "nasdaq", "analysts",
    "earnings", "profit", "profits", "revenue", "quarter", "percent", "futures", "yen", "bank", "banks", "market",
    "markets", "economy", "inflation", "stock", "lending", "loans", "mortgage", "billion",
  ]
  private static let wordsOfArts: Set<String> = [
    "film", "films", "movie", "movies", "novel", "album", "band", "concert", "actor", "actress", "theater", "theatre",
    "exhibition", "gallery", "museum", "festival", "director", "audience", "characters", "episode", "series", "stage",
    "songs", "song", "author", "book", "books", "history", "century", "anniversary", "memorial",
  ]
  private static let wordsOfCourt: Set<String> = [
    "court", "trial", "jury", "judge", "sentenced", "convicted", "charged", "prosecutors", "prosecutor", "defendant",
    "pleaded", "indicted", "attorney", "lawyer", "verdict", "prison", "testified", "arraigned", "bail", "hearing",
  ]

  /// The number of the register that a word marks, by its hash; of several the first.
  private static let byHash: HashTable<Int?> = {
    var table = HashTable<Int?>(capacity: allCases.reduce(0) { $0 + $1.words.count }, absent: nil)
    for register in allCases.reversed() {
      for word in register.words { table[FeatureBag.wordHash(word)] = register.rawValue }
    }
    return table
  }()

  /// How many of some words, by their hashes, mark each register.
  static func counts(_ hashes: some Sequence<UInt32>) -> [Int] {
    var counts = [Int](repeating: 0, count: allCases.count)
    let byHash = byHash
    for hash in hashes { if let register = byHash[hash] { counts[register] += 1 } }
    return counts
  }
}
