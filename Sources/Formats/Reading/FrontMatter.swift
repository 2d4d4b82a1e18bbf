import Language

/// What stands before a text between two lines of `---`: `key: value` lines with title, date, url and place. It is a small part of
/// YAML, read strictly: what it does not know is a fault, lest a slip of the pen goes unseen.
struct FrontMatter: Hashable {
  private(set) var title: String?
  private(set) var date: CalendarDate?
  private(set) var url: String?
  private(set) var place: String?
  /// The text behind it.
  let body: String

  private static let longest = 100

  /// Nil where the text does not begin with a line of `---`.
  init?(_ text: String, path: String) throws(ArticleError) {
    var rest = text[...]
    if rest.first == "\u{FEFF}" { rest = rest.dropFirst() }
    guard Self.takeLine(&rest) == "---" else { return nil }
    var number = 1
    var seen: Set<String> = []
    var fields: [(key: String, value: String, line: Int)] = []
    while true {
      number += 1
      guard number <= Self.longest, !rest.isEmpty else {
        throw .frontMatter(path: path, line: 1, reason: "a second line of --- is missing within \(Self.longest) lines")
      }
      let line = Self.takeLine(&rest)
      if line == "---" || line == "..." { break }
      guard let first = line.first(where: { $0 != " " && $0 != "\t" }), first != "#" else { continue }
      let (key, value) = try Self.field(line, path: path, number: number)
      guard seen.insert(key).inserted else {
        throw .frontMatter(path: path, line: number, reason: "'\(key)' stands twice")
      }
      fields.append((key, value, number))
    }
    body = String(rest.drop { $0.isNewline })
    for field in fields { try set(field.key, field.value, path: path, line: field.line) }
  }

  private mutating func set(_ key: String, _ value: String, path: String, line: Int) throws(ArticleError) {
    guard !value.isEmpty else { return }
    switch key {
    case "title": title = value
    case "place": place = value
    case "url":
      guard PageMetadata.isAddress(value) else {
        throw .frontMatter(
          path: path, line: line, reason: "url: '\(value.prefix(60))' does not begin with https:// or http://")
      }
      url = value
    default:
      guard let day = CalendarDate(iso: value) else {
        throw .frontMatter(
          path: path, line: line, reason: "date: '\(value.prefix(60))' is not a date such as 2024-04-19")
      }
      date = day
    }
  }

  private static func field(
    _ line: some StringProtocol, path: String, number: Int
  ) throws(ArticleError) -> (key: String, value: String) {
    guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "\t", line.first != "-" else {
      throw .frontMatter(path: path, line: number, reason: "'\(line.prefix(60))' is not 'key: value'")
    }
    let key = String(line[..<colon])
    guard ["title", "date", "url", "place"].contains(key) else {
      throw .frontMatter(
        path: path, line: number, reason: "'\(key.prefix(60))' is not known; title, date, url and place are")
    }
    let rest = line[line.index(after: colon)...]
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else {
      throw .frontMatter(path: path, line: number, reason: "a space is missing behind '\(key):'")
    }
    return (key, try value(trimmed(rest), path: path, number: number))
  }

  /// A plain value, or one in quotes: doubled single quotes, `\"` and `\\` in double ones.
  private static func value(_ text: String, path: String, number: Int) throws(ArticleError) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      if let mark = text.first, "[{|>&*!%@`".contains(mark) {
        throw .frontMatter(
          path: path, line: number, reason: "a value that begins with '\(mark)' is not read; put it in quotes")
      }
      return text.firstRange(of: " #").map { trimmed(text[..<$0.lowerBound]) } ?? text
    }
    var result = ""
    var index = text.index(after: text.startIndex)
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      if quote == "\"", character == "\\", next < text.endIndex, text[next] == "\"" || text[next] == "\\" {
        result.append(text[next])
        index = text.index(after: next)
      } else if character == quote {
        if quote == "'", next < text.endIndex, text[next] == "'" {
          result.append("'")
          index = text.index(after: next)
          continue
        }
        let behind = trimmed(text[next...])
        guard behind.isEmpty || behind.hasPrefix("#") else {
          throw .frontMatter(path: path, line: number, reason: "'\(behind.prefix(40))' stands behind the closing quote")
        }
        return result
      } else {
        result.append(character)
        index = next
      }
    }
    throw .frontMatter(path: path, line: number, reason: "the closing \(quote) is missing")
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var line = TextLine()
    line.append(text.utf8)
    return line.text
  }

  /// The next line without its end and the blanks behind it.
  private static func takeLine(_ rest: inout Substring) -> Substring {
    let end = rest.firstIndex(where: \.isNewline)
    var line = rest[..<(end ?? rest.endIndex)]
    rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return line
  }
}
