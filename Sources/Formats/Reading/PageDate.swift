import Language

/// Days as pages, feeds and front matter write them.
enum PageDate {
  /// A machine's date (ISO 8601, compact, RFC 5322) or one in English words. The day is that of the writer's own clock.
  static func day(_ text: String) -> CalendarDate? {
    var line = TextLine()
    line.append(text.prefix(200).utf8)
    let text = line.text
    guard text.utf8.count >= 6 else { return nil }
    return machine(text) ?? words(text)
  }

  private static func machine(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      let digits = bytes[range]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    if let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), number(0..<9) == nil {
      return plausible(year, month, day)
    }
    if bytes.count >= 10, [0x2F, 0x2E].contains(bytes[4]), bytes[7] == bytes[4], let year = number(0..<4),
      let month = number(5..<7), let day = number(8..<10)
    {
      return plausible(year, month, day)
    }
    return mail(text)
  }

  /// RFC 5322: `Fri, 19 Apr 2024 10:00:00 GMT`.
  private static func mail(_ text: String) -> CalendarDate? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }).map(String.init)
    let rest = parts.first.map { $0.first?.isLetter ?? false } ?? false ? parts.dropFirst() : parts[...]
    guard rest.count >= 3, let day = Int(rest[rest.startIndex]), let year = Int(rest[rest.startIndex + 2]) else {
      return nil
    }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard let month = months.firstIndex(of: String(rest[rest.startIndex + 1].lowercased().prefix(3))) else {
      return nil
    }
    return plausible(year < 100 ? year + (year < 70 ? 2000 : 1900) : year, month + 1, day)
  }

  /// The one full date in a short text.
  static func words(_ text: String) -> CalendarDate? {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    var found: CalendarDate?
    for expression in DateFinder(Document(text)).dates() {
      guard case .day(let day) = expression.meaning else { continue }
      if let found, found != day { return nil }
      found = day
    }
    return found
  }

  private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    (1800...2199).contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
  }
}
