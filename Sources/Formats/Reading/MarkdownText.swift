/// Markdown as plain paragraphs: the marks go, the words stay; what is alt text of pictures is kept apart.
struct MarkdownText {
  /// The first heading of the first level, if the text begins with one.
  private(set) var title: String?
  private(set) var paragraphs: [String] = []
  private(set) var captions: [String] = []

  init(_ text: String) {
    var lines: [Substring] = []
    var isCode = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let bare = line.drop { $0 == " " || $0 == "\t" }
      if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
        flush(&lines)
        isCode.toggle()
      } else if isCode || bare.isEmpty {
        flush(&lines)
      } else if bare.first == "#", let heading = Self.heading(bare) {
        flush(&lines)
        add(heading: heading.text, level: heading.level)
      } else if Self.isRule(bare) {
        // a line of = under a line of text makes a heading of it
        if bare.first == "=", lines.count == 1, let only = lines.popLast() {
          add(heading: String(only), level: 1)
        } else {
          flush(&lines)
        }
      } else if let item = Self.item(bare) {
        flush(&lines)
        lines.append(item)
      } else {
        lines.append(bare.first == ">" ? bare.dropFirst().drop { $0 == " " || $0 == ">" } : bare)
      }
    }
    flush(&lines)
  }

  var text: String { paragraphs.joined(separator: "\n\n") }

  private mutating func add(heading: String, level: Int) {
    guard let line = inline(heading) else { return }
    if level == 1, title == nil, paragraphs.isEmpty { title = line } else { paragraphs.append(line) }
  }

  private mutating func flush(_ lines: inout [Substring]) {
    guard !lines.isEmpty else { return }
    if let line = inline(lines.joined(separator: " ")) { paragraphs.append(line) }
    lines.removeAll()
  }

  private static func heading(_ line: Substring) -> (text: String, level: Int)? {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard level <= 6, rest.isEmpty || rest.first == " " else { return nil }
    var words = rest
    while words.last == "#" || words.last == " " { words.removeLast() }
    return (String(words), level)
  }

  private static func isRule(_ line: Substring) -> Bool {
    guard let mark = line.first, "-=*_".contains(mark) else { return false }
    return line.utf8.count >= 3 && line.allSatisfy { $0 == mark || $0 == " " }
  }

  /// What stands behind the mark of a list.
  private static func item(_ line: Substring) -> Substring? {
    if let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " { return line.dropFirst(2) }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count <= 3, rest.first == "." || rest.first == ")", rest.dropFirst().first == " "
    else {
      return nil
    }
    return rest.dropFirst(2)
  }

  /// A line without marks of emphasis, code, links, pictures and HTML; nil where nothing is left.
  private mutating func inline(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    // unpaired brackets are looked up once: behind the last `]` nothing is a link
    let lastBracket = bytes.lastIndex(of: 0x5D) ?? -1
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x5C where index + 1 < bytes.count && Self.isPunctuation(bytes[index + 1]):
        result.append(bytes[index + 1])
        index += 2
      case 0x2A, 0x60: index += 1
      case 0x5F:
        let isInWord =
          index > 0 && Self.isLetter(bytes[index - 1]) && index + 1 < bytes.count && Self.isLetter(bytes[index + 1])
        if isInWord { result.append(byte) }
        index += 1
      case 0x21 where index + 1 < lastBracket && bytes[index + 1] == 0x5B, 0x5B where index < lastBracket:
        let isPicture = byte == 0x21
        guard let link = Self.link(bytes, at: isPicture ? index + 1 : index) else {
          result.append(byte)
          index += 1
          continue
        }
        if isPicture { note(caption: link.words) } else { result.append(contentsOf: link.words) }
        index = link.end
      default:
        result.append(byte)
        index += 1
      }
    }
    let plain = String(decoding: result, as: UTF8.self)
    var line = TextLine()
    line.append((plain.contains("<") ? PlainText.plain(plain) : plain).utf8)
    return line.isEmpty ? nil : line.text
  }

  private mutating func note(caption: [UInt8]) {
    var line = TextLine()
    line.append(caption)
    if !line.isEmpty { captions.append(line.text) }
  }

  /// `[words](address)` or `[words][name]` at an opening bracket; within a thousand bytes.
  private static func link(_ bytes: [UInt8], at start: Int) -> (words: [UInt8], end: Int)? {
    let limit = min(bytes.count, start + 1000)
    var depth = 0
    var close: Int?
    for index in start..<limit {
      if bytes[index] == 0x5B { depth += 1 }
      if bytes[index] == 0x5D {
        depth -= 1
        if depth == 0 {
          close = index
          break
        }
      }
    }
    guard let close, close + 1 < bytes.count else { return nil }
    let end: UInt8 = bytes[close + 1] == 0x28 ? 0x29 : 0x5D
    guard bytes[close + 1] == 0x28 || bytes[close + 1] == 0x5B,
      let last = bytes[(close + 2)..<min(bytes.count, close + 2002)].firstIndex(of: end)
    else { return nil }
    return (Array(bytes[(start + 1)..<close]), last + 1)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
