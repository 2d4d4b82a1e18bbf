/// Reads one GeoJSON text of any length: a FeatureCollection feature by feature, anything else at once.
///
/// What is read ends within the window, or it is read again when the window holds more.
struct DocumentReader {
  private enum State {
    case start
    case members
    case features(Int)
    /// A text that is no collection.
    case whole
    case done
  }

  /// Without its features.
  private(set) var collection = FeatureCollection([])
  private var state = State.start
  /// Features of a text that is no collection, the last one first.
  private var pending: [Feature] = []
  private var members = JSONParser.ObjectMembers()
  private var keys = KeyCache()
  private let maximumDepth: Int

  init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

  mutating func next(in window: inout ByteWindow) throws -> Feature? {
    do {
      while true {
        switch state {
        case .start: try readStart(in: &window)
        case .members: try readMember(in: &window)
        case .features(let index): return try readFeature(index, in: &window)
        case .whole: return pending.popLast()
        case .done: return nil
        }
      }
    } catch {
      state = .done
      throw error
    }
  }

  // MARK: Steps

  private mutating func readStart(in window: inout ByteWindow) throws {
    while window.count < 3, try window.fill() {}
    window.kept = 0
    let isEmpty = try attempt(in: &window, from: .document) { parser throws(JSONFault) in
      _ = parser.skipByteOrderMark()
      guard parser.next() == Ascii.openBrace else { throw parser.mismatch(.object) }
      parser.index += 1
      return parser.isEmpty(until: Ascii.closeBrace)
    }
    if isEmpty { throw GeoJSONFault(.type, pointer: "", offset: 0) }
    state = .members
  }

  private enum Step {
    case member(more: Bool)
    case features(isEmpty: Bool)
    case isNoCollection
  }

  private mutating func readMember(in window: inout ByteWindow) throws {
    // Only what is read whole is noted: until then it may have to be read again.
    var members = JSONParser.ObjectMembers()
    swap(&members, &self.members)
    var bounds = collection.bounds
    let step = try attempt(in: &window, from: .member) { parser throws(JSONFault) -> Step in
      let key = try parser.objectKey()
      let isCollection = members.known.contains(.type) || members.known.contains(.features)
      switch key.member {
      case .features:
        guard parser.next() == Ascii.openBracket else { throw parser.mismatch(.features) }
        parser.index += 1
        guard parser.next() != 0 else { throw parser.unexpected() }
        try members.note(.features, at: key.offset)
        return .features(isEmpty: parser.isEmpty(until: Ascii.closeBracket))
      case .coordinates, .geometries, .geometry, .properties:
        guard isCollection else { return .isNoCollection }
        throw JSONFault(rule: .forbiddenMember, offset: key.offset)
      case .type:
        _ = parser.next()
        let offset = parser.index
        if try parser.type() != .featureCollection {
          guard isCollection else { return .isNoCollection }
          throw JSONFault(rule: .type, offset: offset)
        }
        let more = try parser.continues(until: Ascii.closeBrace)
        try members.note(.type, at: key.offset)
        return .member(more: more)
      case .bbox:
        _ = parser.next()
        bounds = try parser.bounds()
        let more = try parser.continues(until: Ascii.closeBrace)
        try members.note(.bbox, at: key.offset)
        return .member(more: more)
      case .id, .crs, nil:
        let member = JSONValue.Member(try parser.decoded(key.token), try parser.value(depth: 1))
        let more = try parser.continues(until: Ascii.closeBrace)
        try members.append(member, at: key.offset)
        return .member(more: more)
      }
    }
    swap(&members, &self.members)
    collection.bounds = bounds
    switch step {
    case .isNoCollection: try readWhole(in: &window)
    case .member(more: true): break
    case .member(more: false): try readEnd(in: &window)
    case .features(isEmpty: false):
      window.kept = nil
      collection.foreignMembers = self.members.foreign
      state = .features(0)
    case .features(isEmpty: true): try readBehindFeatures(in: &window)
    }
  }

  private mutating func readFeature(_ index: Int, in window: inout ByteWindow) throws -> Feature {
    try window.skipSpace()
    let (feature, more) = try attempt(in: &window, from: .feature(index)) { parser throws(JSONFault) in
      (try parser.feature(depth: 2), try parser.continues(until: Ascii.closeBracket))
    }
    state = .features(index + 1)
    if !more { try readBehindFeatures(in: &window) }
    return feature
  }

  private mutating func readBehindFeatures(in window: inout ByteWindow) throws {
    let more = try attempt(in: &window, from: .document) { parser throws(JSONFault) in
      try parser.continues(until: Ascii.closeBrace)
    }
    state = .members
    if !more { try readEnd(in: &window) }
  }

  private mutating func readEnd(in window: inout ByteWindow) throws {
    try expectEnd(of: &window)
    guard members.known.contains(.type) else { throw GeoJSONFault(.type, pointer: "", offset: 0) }
    guard members.known.contains(.features) else { throw GeoJSONFault(.features, pointer: "", offset: 0) }
    collection.foreignMembers = members.foreign
    state = .done
  }

  private mutating func readWhole(in window: inout ByteWindow) throws {
    while try window.fill() {}
    window.cursor = window.kept ?? window.cursor
    let object = try attempt(in: &window, from: .document) { parser throws(JSONFault) in
      _ = parser.skipByteOrderMark()
      return try parser.object()
    }
    try expectEnd(of: &window)
    pending = object.features.reversed()
    state = .whole
  }

  private func expectEnd(of window: inout ByteWindow) throws {
    try window.skipSpace()
    guard window.cursor < window.count else { return }
    throw GeoJSONFault(.syntax, pointer: "", offset: window.origin + window.cursor)
  }

  // MARK: Reading again

  /// What is being read, for pointers.
  private enum Context {
    case document
    case member
    case feature(Int)
  }

  /// Reads from the cursor on, again and with more in the window as long as the text ends too early.
  private mutating func attempt<Value>(
    in window: inout ByteWindow, from context: Context, _ read: (inout JSONParser) throws(JSONFault) -> Value
  ) throws -> Value {
    while true {
      var parser = JSONParser(UnsafePointer(window.base), count: window.count, maximumDepth: maximumDepth)
      parser.index = window.cursor
      swap(&parser.propertyKeys, &keys)
      defer { swap(&parser.propertyKeys, &keys) }
      let fault: JSONFault
      do {
        let value = try read(&parser)
        window.cursor = parser.index
        return value
      } catch {
        fault = error
      }
      // Filling moves what is in the window.
      let offset = window.origin + fault.offset
      if fault.rule == .truncated, try window.fill() { continue }
      throw GeoJSONFault(
        fault.rule, pointer: pointer(to: offset - window.origin, in: window, from: context), offset: offset)
    }
  }

  private func pointer(to offset: Int, in window: borrowing ByteWindow, from context: Context) -> String {
    switch context {
    case .document: PointerFinder.pointer(to: offset, in: window.bytes, from: window.cursor)
    case .member: PointerFinder.pointer(to: offset, in: window.bytes, from: window.cursor, isWithinObject: true)
    case .feature(let index):
      "/features/\(index)" + PointerFinder.pointer(to: offset, in: window.bytes, from: window.cursor)
    }
  }
}
