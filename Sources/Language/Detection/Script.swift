/// A writing system, as far as it helps to tell languages apart.
enum Script: Int, CaseIterable {
  case latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, thai, lao, khmer, burmese, devanagari, bengali,
    gurmukhi, gujarati, odia, tamil, telugu, kannada, malayalam, sinhala, georgian, armenian, ethiopic, tibetan

  /// The script of a letter; nil for signs, digits and what no language here is written in.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x531...0x58A: self = .armenian
    case 0x5D0...0x5F2: self = .hebrew
    case 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F, 0xFB50...0xFDFB, 0xFE70...0xFEFC: self = .arabic
    case 0x904...0x939: self = .devanagari
    case 0x980...0x9FF: self = .bengali
    case 0xA00...0xA7F: self = .gurmukhi
    case 0xA80...0xAFF: self = .gujarati
    case 0xB00...0xB7F: self = .odia
    case 0xB80...0xBFF: self = .tamil
    case 0xC00...0xC7F: self = .telugu
    case 0xC80...0xCFF: self = .kannada
    case 0xD00...0xD7F: self = .malayalam
    case 0xD80...0xDFF: self = .sinhala
    case 0xE01...0xE3A, 0xE40...0xE4E: self = .thai
    case 0xE81...0xEDF: self = .lao
    case 0xF40...0xFBC: self = .tibetan
    case 0x1000...0x109F: self = .burmese
    case 0x10A0...0x10FF: self = .georgian
    case 0x1200...0x137F: self = .ethiopic
    case 0x1780...0x17D3: self = .khmer
    case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
    case 0x3041...0x30FF: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
    default: return nil
    }
  }

  /// The language, where a text in this script is of one as good as always.
  var onlyLanguage: String? {
    switch self {
    case .greek: "el"
    case .han: "zh"
    case .kana: "ja"
    case .hangul: "ko"
    case .thai: "th"
    case .lao: "lo"
    case .khmer: "km"
    case .burmese: "my"
    case .bengali: "bn"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .odia: "or"
    case .tamil: "ta"
    case .telugu: "te"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .sinhala: "si"
    case .georgian: "ka"
    case .armenian: "hy"
    case .tibetan: "bo"
    case .latin, .cyrillic, .arabic, .hebrew, .devanagari, .ethiopic: nil
    }
  }

  /// The language of most texts in this script, where no word tells it.
  var usualLanguage: String {
    switch self {
    case .cyrillic: "ru"
    case .arabic: "ar"
    case .hebrew: "he"
    case .devanagari: "hi"
    case .ethiopic: "am"
    default: onlyLanguage ?? TextLanguage.english
    }
  }
}

/// How many letters of a text each script has.
struct ScriptCount {
  private var counts = [Int](repeating: 0, count: Script.allCases.count)

  init(_ document: Document) {
    for scalar in document.text.unicodeScalars.prefix(100_000) {
      if let script = Script(scalar.value) { counts[script.rawValue] += 1 }
    }
  }

  /// The script of most letters; nil where there are none. A sign of Han or kana says as much as three letters, and kana makes
  /// Han Japanese.
  var leading: Script? {
    var weights = counts
    let (han, kana) = (Script.han.rawValue, Script.kana.rawValue)
    weights[han] *= 3
    weights[kana] *= 3
    if counts[kana] * 10 > counts[han] {
      weights[kana] += weights[han]
      weights[han] = 0
    }
    guard let best = weights.indices.max(by: { (weights[$0], $1) < (weights[$1], $0) }), weights[best] > 0 else {
      return nil
    }
    return Script(rawValue: best)
  }
}
