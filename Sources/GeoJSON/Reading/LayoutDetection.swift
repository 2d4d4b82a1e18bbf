enum LayoutDetection {
  /// How the texts of a stream follow each other, by what the first window holds.
  static func layout(of window: inout ByteWindow) throws -> FeatureReader.Layout {
    window.kept = 0
    defer { window.kept = nil }
    while window.count < 1 << 16, try window.fill() {}
    var parser = JSONParser(UnsafePointer(window.base), count: window.count, maximumDepth: 512)
    _ = parser.skipByteOrderMark()
    if parser.next() == Ascii.recordSeparator { return .textSequence }
    guard parser.byte == Ascii.openBrace, (try? parser.skipValue()) != nil else { return .document }
    let end = parser.index
    guard parser.next() != 0 else { return .document }
    return window.bytes[end..<parser.index].contains(Ascii.newline) ? .newlineDelimited : .document
  }
}
