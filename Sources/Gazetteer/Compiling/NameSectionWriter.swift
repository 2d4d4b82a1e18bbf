import DataFiles

/// Writes sorted names as the sections `NAME` and `NDIR`, and as labels those main names that are spelled otherwise there.
struct NameSectionWriter {
  private let bits: Int
  private let placeInFile: [UInt32]
  private let names: FileOutput
  private let namesStart: Int
  private let directory: FileOutput
  private let labels: FileOutput
  private var nextBucket = 0
  private var group: [SortedName] = []
  /// By place: where its main name stands.
  private(set) var references: [UInt32]

  /// - Parameters:
  ///   - names: where the records go, from its present end on.
  ///   - directory: where the buckets go.
  ///   - labels: where further spellings go.
  init(bits: Int, placeInFile: [UInt32], names: FileOutput, directory: FileOutput, labels: FileOutput) {
    self.bits = bits
    self.placeInFile = placeInFile
    self.names = names
    namesStart = names.count
    self.directory = directory
    self.labels = labels
    references = [UInt32](repeating: GazetteerFormat.noPlace, count: placeInFile.count)
  }

  /// Bits of a directory for so many names.
  static func bits(ofCount count: Int) -> Int {
    var bits = 0
    while bits < 28, 2 << bits < count { bits += 1 }
    return bits
  }

  mutating func add(_ name: SortedName) throws(DataFileError) {
    if let last = group.last, last.hash != name.hash { try endGroup() }
    group.append(name)
  }

  mutating func finish() throws(DataFileError) {
    try endGroup()
    while nextBucket <= 1 << bits { try appendBucket() }
  }

  private mutating func appendBucket() throws(DataFileError) {
    try directory.appendLittleEndian(UInt32(names.count - namesStart))
    nextBucket += 1
  }

  /// The record of the names with one hash.
  private mutating func endGroup() throws(DataFileError) {
    guard let first = group.first(where: { $0.kind == NameKind.main.rawValue }) ?? group.first else { return }
    let bucket = GazetteerFormat.bucket(of: first.hash, bits: bits)
    while nextBucket <= bucket { try appendBucket() }
    let reference = UInt32(truncatingIfNeeded: names.count - namesStart)
    guard names.count - namesStart < Int(GazetteerFormat.labelBit) else {
      throw .unwritable(path: names.path, reason: "its names take more than 2 GB; compile fewer places at a time")
    }
    var mask: UInt16 = 0
    var postings: [UInt32] = []
    var written: [[UInt8]: UInt32] = [first.spelling: reference]
    var lastPlace: UInt32?
    for name in group {
      guard name.kind != SortedName.opener else {
        if (2...17).contains(name.place) { mask |= 1 << UInt16(name.place - 2) }
        continue
      }
      if lastPlace != name.place {
        postings.append(placeInFile[Int(name.place)] | UInt32(name.kind) << GazetteerFormat.postingPlaceBits)
        lastPlace = name.place
      }
      guard name.kind == NameKind.main.rawValue else { continue }
      if let known = written[name.spelling] {
        references[Int(name.place)] = known
      } else {
        let label = UInt32(truncatingIfNeeded: labels.count) | GazetteerFormat.labelBit
        try labels.append(byte: UInt8(name.spelling.count))
        try labels.append(name.spelling)
        written[name.spelling] = label
        references[Int(name.place)] = label
      }
    }
    try names.append(byte: UInt8(first.spelling.count))
    try names.append(first.spelling)
    var head: [UInt8] = []
    head.appendVariable(UInt32(postings.count) << 1 | (mask == 0 ? 0 : 1))
    try names.append(head)
    if mask != 0 { try names.appendLittleEndian(mask) }
    for posting in postings { try names.appendLittleEndian(posting) }
    group.removeAll(keepingCapacity: true)
  }
}
