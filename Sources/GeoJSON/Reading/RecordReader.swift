/// Reads GeoJSON texts that stand one after another: lines, or a text sequence.
struct RecordReader {
  private(set) var record = 0
  private var pending: [Feature] = []
  private var keys = KeyCache()
  private let maximumDepth: Int

  init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

  /// The next feature of the texts that end before `separator`.
  mutating func next(until separator: UInt8, in window: inout ByteWindow) throws -> Feature? {
    while pending.isEmpty {
      if separator == Ascii.recordSeparator, try !skipSeparator(in: &window) { return nil }
      let end = try window.find(separator)
      guard end > window.cursor || !window.isAtEnd || end < window.count else { return nil }
      record += 1
      let start = window.cursor
      window.cursor = separator == Ascii.newline ? min(end + 1, window.count) : end
      guard let object = try object(from: start, to: end, in: window) else { continue }
      // Mostly a record is a feature: no list is needed for that.
      if case .feature(let feature) = object { return feature }
      pending = object.features.reversed()
    }
    return pending.popLast()
  }

  /// Steps over the separators before a text. False at the end of the stream.
  private mutating func skipSeparator(in window: inout ByteWindow) throws -> Bool {
    try window.skipSpace()
    guard window.cursor < window.count else { return false }
    guard window.base[window.cursor] == Ascii.recordSeparator else {
      let offset = window.origin + window.cursor
      window.cursor = try window.find(Ascii.recordSeparator)
      throw GeoJSONFault(.recordFraming, pointer: "", offset: offset, record: record + 1)
    }
    while window.cursor < window.count, window.base[window.cursor] == Ascii.recordSeparator {
      window.cursor += 1
      try window.skipSpace()
    }
    return window.cursor < window.count
  }

  /// What one text holds; nil where there is only white space.
  private mutating func object(from start: Int, to end: Int, in window: borrowing ByteWindow) throws -> GeoJSONObject? {
    let text = window.record(from: start, to: end)
    guard let base = text.baseAddress else { return nil }
    var parser = JSONParser(base, count: text.count, maximumDepth: maximumDepth)
    swap(&parser.propertyKeys, &keys)
    defer { swap(&parser.propertyKeys, &keys) }
    if record == 1 { _ = parser.skipByteOrderMark() }
    _ = parser.next()
    guard parser.index < text.count else { return nil }
    do {
      let object = try parser.object()
      try parser.expectEnd()
      return object
    } catch {
      throw GeoJSONFault(
        error.rule, pointer: PointerFinder.pointer(to: error.offset, in: text),
        offset: window.origin + start + error.offset, record: record)
    }
  }
}
