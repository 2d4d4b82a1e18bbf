/// Words that news writes with a dot at their end.
enum Abbreviations {
  /// Never the end of a sentence but by chance: titles and street words.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "maj", "capt", "cpl", "pvt", "cmdr", "adm", "brig",
    "insp",
    "det", "supt", "rep", "reps", "sen", "sens", "gov", "govs", "rev", "fr", "hon", "pres", "amb", "atty", "asst",
    "dep",
    "sec", "supt", "st", "ste", "mt", "ft", "pt", "ave", "blvd", "rd", "hwy", "rte", "jr", "sr", "no", "nos", "vs",
    "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thurs",
    "fri", "approx", "est", "dist", "dept", "univ", "twp", "cos", "sgts", "messrs", "mssrs", "pfc", "spc",
  ]

  /// Those that may well end a sentence.
  private static let others: Set<String> = [
    "inc", "corp", "co", "ltd", "bros", "etc", "al", "ph", "am", "pm", "a.m", "p.m", "ala", "ariz", "ark", "calif",
    "colo",
    "conn", "del", "fla", "ga", "kan", "kans", "ky", "md", "minn", "mo", "mont", "neb", "nebr", "nev", "okla", "penn",
    "penna",
    "tenn", "tex", "vt", "va", "wis", "wyo", "alta", "ont", "que", "sask", "nfld", "qld", "tas",
  ]

  /// Those that are words too: abbreviations only behind a comma (`Jackson, Miss.`).
  private static let behindComma: Set<String> = [
    "ill", "ind", "la", "mass", "me", "mich", "miss", "ore", "oreg", "pa", "wash", "man", "vic", "id", "haw", "ia",
    "minn",
  ]

  private static let sentenceOpeners: Set<String> = [
    "the", "a", "an", "he", "she", "it", "they", "we", "in", "on", "at", "but", "and", "police", "this", "that",
    "these",
    "those", "officials", "authorities", "his", "her", "their", "its", "after", "as", "when", "there", "while", "two",
    "three",
    "one", "some", "no", "if", "for", "from", "by", "with", "also", "both", "many", "more", "most", "according",
    "however",
    "meanwhile", "i", "you", "what", "who", "since", "during", "before",
  ]

  /// Whether a dot behind these letters belongs to them.
  static func takesDot(_ letters: Slice<UnsafeBufferPointer<UInt8>>, afterComma: Bool) -> Bool {
    guard letters.count <= 6 else { return false }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    if behindComma.contains(word) { return afterComma }
    return titles.contains(word) || others.contains(word)
  }

  /// Whether a sentence may end with this abbreviation, given the word that follows.
  static func maySentenceEnd(_ abbreviation: String, before next: String) -> Bool {
    guard !titles.contains(abbreviation) else { return false }
    return sentenceOpeners.contains(next)
  }
}
