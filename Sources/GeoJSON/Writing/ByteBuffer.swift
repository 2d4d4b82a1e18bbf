#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes in the making, in memory of their own that grows. Large blocks grow in place where the system can.
struct ByteBuffer: ~Copyable {
  /// Room for `capacity` bytes, `count` of them written.
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    base = Self.resized(nil, to: capacity)
    self.capacity = capacity
  }

  deinit { free(base) }

  /// The written bytes.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  mutating func removeAll() { count = 0 }

  /// Gives `write` a place for at most `limit` bytes; it says how many it wrote.
  @inline(__always)
  mutating func append(atMost limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if capacity - count < limit { grow(by: limit) }
    count += write(base + count)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if capacity == count { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (base + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  private mutating func grow(by needed: Int) {
    capacity = max(capacity * 2, count + needed)
    base = Self.resized(base, to: capacity)
  }

  private static func resized(_ base: UnsafeMutablePointer<UInt8>?, to capacity: Int) -> UnsafeMutablePointer<UInt8> {
    guard let memory = realloc(base, capacity) else { fatalError("no memory for \(capacity) bytes of GeoJSON") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }
}
