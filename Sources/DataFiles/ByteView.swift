/// A stretch of memory read as little-endian numbers. What lies outside reads as zero, so that no offset in a file,
/// however wrong, can trap.
///
/// The view does not keep its memory alive: whoever holds one holds the ``MappedFile`` too.
@usableFromInline
package struct ByteView: Sendable {
  @usableFromInline let address: UInt
  @usableFromInline package let count: Int

  package init(_ bytes: UnsafeRawBufferPointer) {
    address = UInt(bitPattern: bytes.baseAddress)
    count = bytes.count
  }

  @inlinable
  init(address: UInt, count: Int) {
    self.address = address
    self.count = count
  }

  @usableFromInline package static let empty = ByteView(address: 0, count: 0)

  /// The bytes `offset ..< offset + count`, or an empty view where they are not all here.
  @inlinable
  package func slice(_ offset: Int, _ count: Int) -> ByteView {
    guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else { return .empty }
    return ByteView(address: address &+ UInt(offset), count: count)
  }

  @inlinable @inline(__always)
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at offset: Int) -> Number {
    guard offset >= 0, offset <= count &- MemoryLayout<Number>.size,
      let pointer = UnsafeRawPointer(bitPattern: address)
    else { return 0 }
    return Number(littleEndian: pointer.loadUnaligned(fromByteOffset: offset, as: type))
  }

  @inlinable @inline(__always) package func uint8(at offset: Int) -> UInt8 { load(UInt8.self, at: offset) }
  @inlinable @inline(__always) package func uint16(at offset: Int) -> UInt16 { load(UInt16.self, at: offset) }
  @inlinable @inline(__always) package func uint32(at offset: Int) -> UInt32 { load(UInt32.self, at: offset) }
  @inlinable @inline(__always) package func uint64(at offset: Int) -> UInt64 { load(UInt64.self, at: offset) }
  @inlinable @inline(__always) package func int32(at offset: Int) -> Int32 { load(Int32.self, at: offset) }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  package func string() -> String {
    withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  @inlinable
  package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  }
}
