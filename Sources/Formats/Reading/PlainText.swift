/// Texts of pages that may hold markup of their own, and how they are compared.
enum PlainText {
  /// A text of JSON-LD or a feed's title without tags and entities, which do not belong there but are there.
  static func plain(_ text: String) -> String {
    guard text.contains("<") || text.contains("&"),
      let tree = try? MarkupTree(html: Array(text.utf8.filter { $0 != 0 }), path: "")
    else { return text }
    return tree.line(in: 0)
  }

  /// The same for a text of several paragraphs: line ends stay, and paragraphs of markup get some.
  static func plain(paragraphed text: String) -> String {
    guard text.contains("<p") || text.contains("<br") || text.contains("&") || text.contains("</"),
      let tree = try? MarkupTree(html: Array(text.utf8.filter { $0 != 0 }), path: "")
    else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if node.isText {
        result.append(contentsOf: tree.text(of: index))
      } else if PageWords.silent.contains(node.name) {
        index = Int(node.end)
        continue
      } else if !PageWords.inline.contains(node.name) || node.name == "br" {
        result.append(0x0A)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Letters and digits in lower case: equal for titles that differ in marks, spaces and quotes.
  static func key(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      result.append(scalar)
    }
    return String(result)
  }

  /// Paragraphs of a text that holds no markup: between line ends.
  static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { part in
      var line = TextLine()
      line.append(part.utf8)
      return line.isEmpty ? nil : line.text
    }
  }
}
