/// When an article was published, where its address or its text says so.
public enum PublicationDate {
  /// The day in the path of an address: `/2009/03/30/`, `/2009/mar/22/`, `20090330`, `2009-03-30`. Nil where there is none.
  public static func inAddress(_ address: String) -> CalendarDate? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").map { $0.lowercased() }
    for index in parts.indices.dropLast(2) {
      guard let year = number(parts[index], digits: 4...4), let day = number(parts[index + 2], digits: 1...2),
        let month = number(parts[index + 1], digits: 1...2) ?? DateWords.months[parts[index + 1]],
        let date = plausible(year, month, day)
      else { continue }
      return date
    }
    for part in parts {
      let runs = part.split { !$0.isASCII || !$0.isNumber }.map(String.init)
      for run in runs where run.utf8.count == 8 {
        let digits = Array(run)
        if let year = Int(String(digits[..<4])), let month = Int(String(digits[4..<6])),
          let day = Int(String(digits[6...])),
          let date = plausible(year, month, day)
        {
          return date
        }
      }
      for (first, rest) in zip(runs, zip(runs.dropFirst(), runs.dropFirst(2))) {
        guard part.contains("\(first)-\(rest.0)-\(rest.1)"), let year = number(first, digits: 4...4),
          let month = number(rest.0, digits: 2...2), let day = number(rest.1, digits: 2...2),
          let date = plausible(year, month, day)
        else { continue }
        return date
      }
    }
    return nil
  }

  /// The day that the text says it was published on: in the dateline of wire copy (`SAN SALVADOR, 3 JAN 90 --`) or on a line
  /// of its own at the head (`Published Friday, April 19, 2024`). Nil where it says none, or none with a year.
  public static func stated(in document: Document) -> CalendarDate? {
    dateline(in: document)?.date ?? ownLine(in: document)
  }

  /// The line that says where and when a wire story was filed: its tokens, and the day if it has a year.
  static func dateline(in document: Document) -> (tokens: Range<Int>, date: CalendarDate?)? {
    let finder = DateFinder(document, without: nil)
    for sentence in document.sentences.prefix(while: { $0.paragraph < 3 }) {
      let limit = sentence.tokens.upperBound
      guard let dash = dash(in: sentence.tokens, finder) else { continue }
      for index in sentence.tokens.prefix(10) where index < dash && finder.sign(index - 1) == "," {
        guard let match = finder.date(at: index, limit: limit), index + match.length <= dash else { continue }
        switch match.meaning {
        case .day(let date): return (sentence.tokens.lowerBound..<dash, date)
        case .dayOfMonth: return (sentence.tokens.lowerBound..<dash, nil)
        default: continue
        }
      }
    }
    return nil
  }

  /// The dash that ends a dateline: near the head, nothing but capitalised words, numbers and what stands in parentheses before it.
  private static func dash(in tokens: Range<Int>, _ finder: DateFinder) -> Int? {
    var depth = 0
    for index in tokens.prefix(18) {
      switch finder.sign(index) {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "—", "–", "--": return index
      case "-" where finder.document.tokens[index].shape.contains(.spaceBefore) || finder.sign(index + 1) == "-":
        return index
      case ":" where depth == 0 && index > tokens.lowerBound && finder.sign(index - 1) == ")": return index
      case "", ",", ".", "/", "-": break
      default: return nil
      }
      let token = finder.document.tokens[index]
      guard token.kind != .word || depth > 0 || token.shape.contains(.capitalised) || token.shape.contains(.hasDigit)
      else { return nil }
    }
    return nil
  }

  /// A line among the first that holds a full date and nothing of a sentence.
  private static func ownLine(in document: Document) -> CalendarDate? {
    let finder = DateFinder(document, without: nil)
    for sentence in document.sentences.prefix(while: { $0.paragraph < 8 }) where sentence.tokens.count <= 16 {
      var date: CalendarDate?
      var isLine = true
      var index = sentence.tokens.lowerBound
      while isLine, index < sentence.tokens.upperBound {
        if let match = finder.date(at: index, limit: sentence.tokens.upperBound), case .day(let day) = match.meaning {
          isLine = date == nil || date == day
          date = day
          index += match.length
        } else {
          let token = document.tokens[index]
          isLine = token.kind != .word || furniture.contains(finder.word(index)) || token.shape.contains(.hasDigit)
          index += 1
        }
      }
      if isLine, let date { return date }
    }
    return nil
  }

  private static let furniture: Set<String> = [
    "published", "updated", "posted", "date", "dated", "last", "modified", "first", "on", "at", "am", "pm", "gmt",
    "utc",
    "est", "edt", "cst", "cdt", "pst", "pdt", "bst", "cet", "ist", "et", "a.m.", "p.m.",
  ]

  private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  /// A day on which something can have been put on the web.
  private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    (1990...2099).contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
  }
}
