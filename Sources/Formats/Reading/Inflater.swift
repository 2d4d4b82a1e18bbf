import CZlib

/// Undoes gzip (RFC 1952) and zlib (RFC 1950) a block at a time.
final class Inflater {
  enum Fault: Error, Hashable { case damaged, outOfMemory }

  private var stream = z_stream()
  private let isReady: Bool
  /// Whether a gzip member or the zlib data came to its end; further members may follow.
  private(set) var isAtEndOfMember = false

  init() {
    // 15 bits of window; + 32 tells gzip and zlib apart by their headers
    isReady = inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit { if isReady { inflateEnd(&stream) } }

  /// Takes of `input`, from an index on, what it can and writes to `output`.
  /// - Returns: how many bytes were taken and how many given.
  func inflate(
    _ input: [UInt8], from start: Int, into output: UnsafeMutableRawBufferPointer
  ) throws(Fault) -> (taken: Int, given: Int) {
    guard isReady else { throw .outOfMemory }
    guard start < input.count else { return (0, 0) }
    if isAtEndOfMember {
      guard inflateReset(&stream) == Z_OK else { throw .damaged }
      isAtEndOfMember = false
    }
    let (inputCount, outputCount) = (min(input.count - start, 1 << 30), min(output.count, 1 << 30))
    let status = input.withUnsafeBufferPointer { bytes in
      stream.next_in = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
      stream.avail_in = UInt32(inputCount)
      stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(outputCount)
      defer { (stream.next_in, stream.next_out) = (nil, nil) }
      return CZlib.inflate(&stream, Z_NO_FLUSH)
    }
    let counts = (inputCount - Int(stream.avail_in), outputCount - Int(stream.avail_out))
    switch status {
    case Z_OK, Z_BUF_ERROR: return counts
    case Z_STREAM_END:
      isAtEndOfMember = true
      return counts
    default: throw status == Z_MEM_ERROR ? .outOfMemory : .damaged
    }
  }

  /// All of some compressed bytes, as far as they can be read.
  /// - Returns: nil where they give more than `limit`.
  static func bytes(_ compressed: [UInt8], limit: Int) throws(Fault) -> [UInt8]? {
    let inflater = Inflater()
    var result: [UInt8] = []
    var offset = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while offset < compressed.count {
      let counts = try inflater.inflate(compressed, from: offset, into: block)
      offset += counts.taken
      result.append(contentsOf: block[..<counts.given])
      guard result.count <= limit else { return nil }
      if counts == (0, 0) { break }
    }
    guard inflater.isAtEndOfMember else { throw .damaged }
    return result
  }
}
