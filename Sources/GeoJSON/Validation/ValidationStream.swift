/// Reads a stream for the validator: a collection feature by feature, other texts at once.
struct ValidationStream {
  var validation: Validation
  let maximumDepth: Int
  /// Of the properties of the feature before.
  private var keys = KeyCache()

  init(validation: Validation, maximumDepth: Int) {
    self.validation = validation
    self.maximumDepth = maximumDepth
  }

  /// The text of the stream.
  mutating func document(in window: inout ByteWindow, report: (GeoJSONFault) throws -> Void) throws {
    do {
      try readDocument(in: &window, report: report)
    } catch let fault as GeoJSONFault {
      validation.report(fault)
    }
    try validation.takeFaults().forEach(report)
  }

  /// The texts that end before `separator`.
  mutating func records(
    until separator: UInt8, in window: inout ByteWindow, report: (GeoJSONFault) throws -> Void
  ) throws {
    var record = 0
    while true {
      if separator == Ascii.recordSeparator {
        try window.skipSpace()
        guard window.cursor < window.count else { return }
        validation.record = record + 1
        if window.base[window.cursor] == separator {
          window.cursor += 1
        } else {
          validation.report(.recordFraming, at: window.origin + window.cursor)
        }
      }
      let end = try window.find(separator)
      guard window.cursor < end || end < window.count else { return }
      let text = window.record(from: window.cursor, to: end)
      let isText = !text.allSatisfy { $0 <= Ascii.space }
      if isText || separator == Ascii.newline { record += 1 }
      validation.record = record
      if isText { self.record(text, origin: window.origin + window.cursor, isFirst: record == 1) }
      try validation.takeFaults().forEach(report)
      window.cursor = separator == Ascii.newline ? min(end + 1, window.count) : end
    }
  }

  private mutating func record(_ text: UnsafeBufferPointer<UInt8>, origin: Int, isFirst: Bool) {
    guard let base = text.baseAddress else { return }
    var parser = JSONParser(base, count: text.count, maximumDepth: maximumDepth)
    parser.isLenient = true
    swap(&parser.propertyKeys, &keys)
    defer { swap(&parser.propertyKeys, &keys) }
    if isFirst, parser.skipByteOrderMark() { validation.report(.byteOrderMark, at: origin) }
    do {
      let node = try parser.node(depth: 0, origin: origin)
      try parser.expectEnd()
      // Each text has a box of its own.
      validation.content = BoundsAccumulator()
      validation.document(node)
    } catch {
      parser.tolerated.append(error)
    }
    for fault in parser.tolerated {
      validation.report(
        GeoJSONFault(
          fault.rule, pointer: PointerFinder.pointer(to: fault.offset, in: text), offset: origin + fault.offset))
    }
  }

  // MARK: Documents

  private mutating func readDocument(in window: inout ByteWindow, report: (GeoJSONFault) throws -> Void) throws {
    while window.count < 3, try window.fill() {}
    if window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      validation.report(.byteOrderMark, at: 0)
      window.cursor = 3
    }
    try window.skipSpace()
    let start = window.origin + window.cursor
    guard window.cursor < window.count, window.base[window.cursor] == Ascii.openBrace else {
      // A number only ends where something else begins.
      while try window.fill() {}
      let node = try attempt(in: &window, prefix: "") { parser, origin throws(JSONFault) in
        try parser.node(depth: 0, origin: origin)
      }
      try expectEnd(of: &window)
      return validation.document(node)
    }
    window.cursor += 1
    try window.skipSpace()
    var members: [JSONNode.Member] = []
    var isStreamed = false
    var more = window.cursor == window.count || window.base[window.cursor] != Ascii.closeBrace
    if !more { window.cursor += 1 }
    while more {
      let type = members.first { $0.key == "type" }?.node.text
      let mayStream = !isStreamed && (type == nil || type == GeoJSONType.featureCollection.rawValue)
      let read = try attempt(in: &window, prefix: nil) { parser, origin throws(JSONFault) in
        try Self.member(&parser, origin: origin, mayStream: mayStream)
      }
      members.append(read.member)
      more = read.more
      if read.isFeatures {
        isStreamed = true
        try readFeatures(in: &window, report: report)
        more = try attempt(in: &window, prefix: "") { parser, _ throws(JSONFault) in
          try parser.continues(until: Ascii.closeBrace)
        }
      }
    }
    try expectEnd(of: &window)
    reportDuplicates(members)
    validation.document(JSONNode(offset: start, content: .object(members)), isStreamed: isStreamed)
  }

  /// A member of the document; of the features that are to come one by one, only the key and the bracket.
  private static func member(
    _ parser: inout JSONParser, origin: Int, mayStream: Bool
  ) throws(JSONFault) -> (member: JSONNode.Member, isFeatures: Bool, more: Bool) {
    _ = parser.next()
    let start = parser.index
    let key = try parser.string()
    try parser.expect(Ascii.colon)
    if key == "features", mayStream, parser.next() == Ascii.openBracket {
      let node = JSONNode(offset: origin + parser.index, content: .array([]))
      parser.index += 1
      return (JSONNode.Member(key: key, offset: origin + start, node: node), true, true)
    }
    let node = try parser.node(of: key, depth: 1, origin: origin)
    let more = try parser.continues(until: Ascii.closeBrace)
    return (JSONNode.Member(key: key, offset: origin + start, node: node), false, more)
  }

  private mutating func readFeatures(in window: inout ByteWindow, report: (GeoJSONFault) throws -> Void) throws {
    try window.skipSpace()
    if window.cursor < window.count, window.base[window.cursor] == Ascii.closeBracket {
      window.cursor += 1
      return
    }
    var index = 0
    var more = true
    while more {
      try window.skipSpace()
      let (node, isMore) = try attempt(in: &window, prefix: "/features/\(index)") { parser, origin throws(JSONFault) in
        (try parser.node(depth: 2, origin: origin), try parser.continues(until: Ascii.closeBracket))
      }
      validation.featureElement(node, index: index)
      try validation.takeFaults().forEach(report)
      more = isMore
      index += 1
    }
  }

  private mutating func reportDuplicates(_ members: [JSONNode.Member]) {
    var keys = KeySet()
    for member in members where !keys.insert(member.key) { validation.report(.duplicateKey, in: member) }
  }

  private func expectEnd(of window: inout ByteWindow) throws {
    try window.skipSpace()
    guard window.cursor < window.count else { return }
    throw GeoJSONFault(.syntax, pointer: "", offset: window.origin + window.cursor)
  }

  /// Reads from the cursor on, again and with more in the window as long as the text ends too early. A `prefix` is the
  /// pointer of the value that begins there; without one, a member does.
  private mutating func attempt<Value>(
    in window: inout ByteWindow, prefix: String?,
    _ read: (inout JSONParser, _ origin: Int) throws(JSONFault) -> Value
  ) throws -> Value {
    while true {
      var parser = JSONParser(UnsafePointer(window.base), count: window.count, maximumDepth: maximumDepth)
      parser.isLenient = true
      parser.index = window.cursor
      swap(&parser.propertyKeys, &keys)
      defer { swap(&parser.propertyKeys, &keys) }
      do {
        let value = try read(&parser, window.origin)
        for fault in parser.tolerated { validation.report(located(fault, in: window, origin: window.origin, prefix)) }
        window.cursor = parser.index
        return value
      } catch {
        // Filling moves what is in the window.
        let origin = window.origin
        if error.rule == .truncated, try window.fill() { continue }
        for fault in parser.tolerated { validation.report(located(fault, in: window, origin: origin, prefix)) }
        throw located(error, in: window, origin: origin, prefix)
      }
    }
  }

  /// A fault whose offset is counted from `origin`, with its place.
  private func located(
    _ fault: JSONFault, in window: borrowing ByteWindow, origin: Int, _ prefix: String?
  ) -> GeoJSONFault {
    let offset = origin + fault.offset
    let pointer = PointerFinder.pointer(
      to: offset - window.origin, in: window.bytes, from: window.cursor, isWithinObject: prefix == nil)
    return GeoJSONFault(fault.rule, pointer: (prefix ?? "") + pointer, offset: offset)
  }
}
