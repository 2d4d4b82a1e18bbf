#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The fields of a line between tabs, found without copying.
struct TabFields {
  private var line = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var starts: [Int] = []
  private(set) var count = 0

  mutating func split(_ line: UnsafeBufferPointer<UInt8>) {
    self.line = line
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    var offset = 0
    while offset < line.count, let base = line.baseAddress,
      let found = memchr(base + offset, 0x09, line.count - offset)
    {
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      starts.append(offset)
    }
    count = starts.count
  }

  /// The bytes of a field; none where there is no such field.
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    guard field < count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let end = field + 1 < count ? starts[field + 1] - 1 : line.count
    return UnsafeBufferPointer(rebasing: line[starts[field]..<end])
  }

  func text(_ field: Int) -> String { String(decoding: self[field], as: UTF8.self) }

  /// A number without sign, nil where the field is none.
  func number(_ field: Int) -> UInt32? {
    let digits = self[field]
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      number = number * 10 + UInt64(digit - 0x30)
    }
    return UInt32(exactly: number)
  }

  /// Degrees with at most nine digits behind the point, the form in which GeoNames has them; other forms go the long way.
  func degrees(_ field: Int) -> Double? {
    let text = self[field]
    var index = 0
    let isNegative = text.first == 0x2D
    if isNegative { index = 1 }
    var units: Int64 = 0
    var scale: Int64 = 1
    var isBehindPoint = false
    var digits = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E, !isBehindPoint {
        isBehindPoint = true
      } else if byte >= 0x30, byte <= 0x39, digits < 12 {
        units = units * 10 + Int64(byte - 0x30)
        digits += 1
        if isBehindPoint { scale *= 10 }
      } else {
        return Double(String(decoding: text, as: UTF8.self))
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    return Double(isNegative ? -units : units) / Double(scale)
  }
}
