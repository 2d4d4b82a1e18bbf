import DataFiles

/// A name on its way into a file, as it is sorted: by hash; of one hash by prominence of the places, the greatest first, then by place
/// and kind; first words of longer names behind the names.
struct SortedName {
  /// In `kind` of the first word of longer names; the place is then their count of words.
  static let opener = UInt8.max

  var hash: UInt64
  /// The highest bit for first words, then the prominence turned round, then the place.
  var order: UInt64
  var kind: UInt8
  var spelling: [UInt8]

  var place: UInt32 { UInt32(truncatingIfNeeded: order) }

  /// The `order` of a name of a place.
  static func order(prominence: Float, place: UInt32) -> UInt64 {
    // The bits of a float that is not negative order as it does, and 31 suffice.
    UInt64(0x7FFF_FFFF - min(prominence.bitPattern, 0x7FFF_FFFF)) << 32 | UInt64(place)
  }

  /// The `order` of a first word.
  static func openerOrder(words: UInt32) -> UInt64 { 1 << 63 | UInt64(words) }
}

/// Sorts more names than memory holds: runs are sorted in memory, written to a file without a name, and merged.
final class NameSorter {
  private struct Key {
    var hash: UInt64
    var order: UInt64
    var start: UInt32
    var kind: UInt8
    var length: UInt8

    static func < (left: Key, right: Key) -> Bool {
      if left.hash != right.hash { return left.hash < right.hash }
      if left.order != right.order { return left.order < right.order }
      if left.kind != right.kind { return left.kind < right.kind }
      return left.start < right.start
    }
  }

  private let scratch: FileOutput
  private let namesInRun: Int
  private var keys: [Key] = []
  private var text: [UInt8] = []
  private var runs: [Range<Int>] = []
  private(set) var count = 0

  /// - Parameters:
  ///   - folder: where the runs are put.
  ///   - namesInRun: how many names are held in memory; three million are some 150 MB.
  init(folder: String, namesInRun: Int = 3_000_000) throws(DataFileError) {
    scratch = try FileOutput(scratchIn: folder)
    self.namesInRun = namesInRun
  }

  func add(hash: UInt64, order: UInt64, kind: UInt8, spelling: UnsafeBufferPointer<UInt8>) throws(DataFileError) {
    if keys.count >= namesInRun { try endRun() }
    keys.append(
      Key(hash: hash, order: order, start: UInt32(text.count), kind: kind, length: UInt8(clamping: spelling.count)))
    text.append(contentsOf: spelling.prefix(255))
    count += 1
  }

  private func endRun() throws(DataFileError) {
    guard !keys.isEmpty else { return }
    keys.sort(by: <)
    let start = scratch.count
    for key in keys {
      try scratch.appendLittleEndian(key.hash)
      try scratch.appendLittleEndian(key.order)
      try scratch.append(byte: key.kind)
      try scratch.append(byte: key.length)
      for offset in Int(key.start)..<Int(key.start) + Int(key.length) { try scratch.append(byte: text[offset]) }
    }
    runs.append(start..<scratch.count)
    keys.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// All names in order. Nothing can be added after it.
  func merged() throws(DataFileError) -> NameMerge {
    try endRun()
    keys = []
    text = []
    try scratch.flush()
    return try NameMerge(runs, of: scratch)
  }
}

/// The runs of a ``NameSorter``, merged.
struct NameMerge {
  /// A heap of the runs that have not ended, the one with the least name first.
  private var heap: [NameRun] = []

  init(_ runs: [Range<Int>], of file: FileOutput) throws(DataFileError) {
    for (number, range) in runs.enumerated() {
      let run = NameRun(number: number, range: range, of: file)
      if try run.advance() { heap.append(run) }
    }
    heap.sort(by: NameRun.isBefore)
  }

  mutating func next() throws(DataFileError) -> SortedName? {
    guard let first = heap.first else { return nil }
    let name = first.name
    if try !first.advance() {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
    }
    sink()
    return name
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, NameRun.isBefore(heap[child + 1], heap[child]) { child += 1 }
      guard NameRun.isBefore(heap[child], heap[parent]) else { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}

/// A sorted run, read through a buffer.
private final class NameRun {
  private let number: Int
  private let file: FileOutput
  private var offset: Int
  private let end: Int
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var start = 0
  private var filled = 0
  private(set) var name = SortedName(hash: 0, order: 0, kind: 0, spelling: [])

  init(number: Int, range: Range<Int>, of file: FileOutput) {
    self.number = number
    self.file = file
    offset = range.lowerBound
    end = range.upperBound
  }

  deinit { buffer.deallocate() }

  static func isBefore(_ left: NameRun, _ right: NameRun) -> Bool {
    if left.name.hash != right.name.hash { return left.name.hash < right.name.hash }
    if left.name.order != right.name.order { return left.name.order < right.name.order }
    if left.name.kind != right.name.kind { return left.name.kind < right.name.kind }
    return left.number < right.number
  }

  /// Reads the next name; false at the end.
  func advance() throws(DataFileError) -> Bool {
    if filled - start < 18 + 255 { try refill() }
    guard filled - start >= 18 else { return false }
    let length = Int(buffer[start + 17])
    guard filled - start >= 18 + length else { return false }
    name.hash = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    name.order = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
    name.kind = buffer[start + 16]
    name.spelling = Array(buffer[start + 18..<start + 18 + length])
    start += 18 + length
    return true
  }

  private func refill() throws(DataFileError) {
    guard offset < end else { return }
    if let base = buffer.baseAddress, start > 0 {
      base.copyMemory(from: base + start, byteCount: filled - start)
    }
    filled -= start
    start = 0
    let room = min(buffer.count - filled, end - offset)
    let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + room]), at: offset)
    offset += count
    filled += count
  }
}
