/// Text in which ‹spans› are marked, so that tests need no numbers.
package enum MarkedText {
  /// The text without its marks, and the marked spans as bytes of its UTF-8.
  package static func read(_ marked: String) -> (text: String, spans: [Range<Int>]) {
    var text = ""
    var spans: [Range<Int>] = []
    var start = 0
    for character in marked {
      switch character {
      case "‹": start = text.utf8.count
      case "›": spans.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
    return (text, spans)
  }

  /// The text with marks about the spans, bytes of its UTF-8, which do not overlap.
  package static func write(_ text: String, _ spans: [Range<Int>]) -> String {
    var bytes: [UInt8] = []
    for (offset, byte) in text.utf8.enumerated() {
      if spans.contains(where: { $0.upperBound == offset }) { bytes.append(contentsOf: "›".utf8) }
      if spans.contains(where: { $0.lowerBound == offset }) { bytes.append(contentsOf: "‹".utf8) }
      bytes.append(byte)
    }
    if spans.contains(where: { $0.upperBound == text.utf8.count }) { bytes.append(contentsOf: "›".utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
