/// A look over a page before it is parsed.
enum TagScan {
  /// The most attributes that a tag can have, told by the spaces outside quotes. The parser compares each attribute of a tag with all
  /// before it, so a tag with a million would take it hours.
  static func mostAttributes(in html: [UInt8]) -> Int {
    var (most, index) = (0, 0)
    while index + 1 < html.count {
      guard html[index] == 0x3C, isLetter(html[index + 1]) else {
        index += 1
        continue
      }
      let name = index + 1
      index += 2
      while index < html.count, isLetter(html[index]) { index += 1 }
      let word = html[name..<index].map { $0 | 0x20 }
      most = max(most, attributes(in: html, at: &index))
      for raw in ["script", "style"] where word.elementsEqual(raw.utf8) { skip(to: raw, in: html, from: &index) }
    }
    return most
  }

  /// Goes to the end of a tag and counts on the way.
  private static func attributes(in html: [UInt8], at index: inout Int) -> Int {
    var count = 0
    var quote: UInt8 = 0
    while index < html.count {
      let (byte, before) = (html[index], html[index - 1])
      index += 1
      switch byte {
      case quote where quote != 0: quote = 0
      case 0x3E where quote == 0: return count
      case 0x22, 0x27: if quote == 0, before == 0x3D { quote = byte }
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F: if quote == 0, before > 0x20 { count += 1 }
      default: break
      }
    }
    return count
  }

  /// Goes to the end tag of a script or style sheet.
  private static func skip(to name: String, in html: [UInt8], from index: inout Int) {
    let length = name.utf8.count
    while index + 1 + length < html.count {
      if html[index] == 0x3C, html[index + 1] == 0x2F,
        html[(index + 2)..<(index + 2 + length)].lazy.map({ $0 | 0x20 }).elementsEqual(name.utf8)
      {
        return
      }
      index += 1
    }
    index = html.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
