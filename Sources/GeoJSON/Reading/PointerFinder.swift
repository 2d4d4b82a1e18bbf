/// Finds the JSON Pointer (RFC 6901) of a byte. Readers keep no track of where they are; only who meets a fault asks.
struct PointerFinder {
  private enum Frame {
    case object(key: String?)
    case array(index: Int)
  }

  /// The pointer of what stands at `offset`, from the value that begins at `start`; `isWithinObject` where a member begins there.
  ///
  /// Brackets, braces and the opening quote of a key belong to what they open. The text may be broken at `offset` and behind.
  static func pointer(
    to offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, isWithinObject: Bool = false
  ) -> String {
    guard let base = bytes.baseAddress else { return "" }
    var parser = JSONParser(base, count: bytes.count, maximumDepth: 0)
    parser.isLenient = true
    parser.index = start
    var frames: [Frame] = isWithinObject ? [.object(key: nil)] : []
    while parser.index < min(offset, bytes.count) { step(&parser, &frames) }
    if parser.index == offset, parser.byte == Ascii.quote, case .object(key: nil)? = frames.last {
      step(&parser, &frames)
    }
    return frames.reduce(into: "") { pointer, frame in
      switch frame {
      case .object(let key?): pointer += token(key)
      case .object: break
      case .array(let index): pointer += "/\(index)"
      }
    }
  }

  /// A reference token with its slash.
  static func token(_ key: String) -> String {
    key.unicodeScalars.reduce(into: "/") { token, scalar in
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
  }

  private static func step(_ parser: inout JSONParser, _ frames: inout [Frame]) {
    switch parser.byte {
    case Ascii.openBrace: frames.append(.object(key: nil))
    case Ascii.openBracket: frames.append(.array(index: 0))
    case Ascii.closeBrace, Ascii.closeBracket: _ = frames.popLast()
    case Ascii.comma:
      switch frames.popLast() {
      case .array(let index)?: frames.append(.array(index: index + 1))
      case .object?: frames.append(.object(key: nil))
      case nil: break
      }
    case Ascii.quote:
      let start = parser.index
      guard let token = try? parser.stringToken() else {
        parser.index = parser.count
        return
      }
      if case .object(key: nil)? = frames.last {
        frames[frames.count - 1] = .object(key: (try? parser.decoded(token)) ?? "")
      }
      if parser.index > start { return }
    default: break
    }
    parser.index += 1
  }
}
