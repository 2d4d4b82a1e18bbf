/// The part of a stream that is in memory: what was read and is still wanted.
struct ByteWindow: ~Copyable {
  typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes in memory.
  private(set) var count = 0
  /// The first byte that was not yet read. It is not before `kept`.
  var cursor = 0
  /// Where in the stream the memory begins.
  private(set) var origin = 0
  private(set) var isAtEnd = false
  /// Bytes before the cursor stay where this is set: back to where it was set.
  var kept: Int?
  private let source: Source

  init(capacity: Int = 1 << 18, source: @escaping Source) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
    self.source = source
  }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Reads on, in place of what is no longer wanted, or in more memory where all is. False at the end of the stream.
  mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    let wanted = kept ?? cursor
    if wanted > 0 {
      base.update(from: base + wanted, count: count - wanted)
      count -= wanted
      cursor -= wanted
      origin += wanted
      if kept != nil { kept = 0 }
    }
    // A quarter of the memory at least, lest little is read at a time.
    if capacity - count < capacity / 4 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: count)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    let free = capacity - count
    let read = try source(UnsafeMutableRawBufferPointer(start: base + count, count: free))
    count += min(max(read, 0), free)
    isAtEnd = read <= 0
    return !isAtEnd
  }

  /// Steps over white space, and forgets it.
  mutating func skipSpace() throws {
    repeat {
      while cursor < count {
        switch base[cursor] {
        case Ascii.space, Ascii.newline, Ascii.carriageReturn, Ascii.tab: cursor += 1
        default: return
        }
      }
    } while try fill()
  }

  /// Where the next `byte` stands at or behind the cursor, or the end of the stream.
  mutating func find(_ byte: UInt8) throws -> Int {
    var ahead = 0
    while true {
      while cursor + ahead + 8 <= count {
        let marks = PlainBytes.marks(
          of: byte, in: UnsafeRawPointer(base + cursor + ahead).loadUnaligned(as: UInt64.self))
        if marks != 0 { return cursor + ahead + marks.trailingZeroBitCount >> 3 }
        ahead += 8
      }
      while cursor + ahead < count {
        if base[cursor + ahead] == byte { return cursor + ahead }
        ahead += 1
      }
      guard try fill() else { return count }
    }
  }

  /// The bytes of a record without white space at its end.
  func record(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    var end = end
    while end > start, base[end - 1] <= Ascii.space { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
