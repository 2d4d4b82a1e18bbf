import DataFiles
import Language

/// The trained weights of tagger and ranker, in one small file.
public final class ToponymModel: Sendable {
  static let kind = "MODL"
  static let version: UInt32 = 2

  private let file: SectionedFile
  let tagger: TaggerWeights
  package let lowerCase: LowerCaseTable
  let ranker: RankerModel
  let confidence: ConfidenceModel

  /// Where the default model is.
  public static func defaultPath(locator: DataFileLocator = .current) throws(DataFileError) -> String {
    try locator.locate("news.model", variable: "DATELINE_MODEL")
  }

  /// - Throws: ``DataFileError`` where the file is missing, damaged or of another version.
  public init(path: String) throws(DataFileError) {
    let file = try SectionedFile(
      path: path, kind: Self.kind, version: Self.version, noun: "a model of Dateline",
      remedy: "train it again with `dateline-lab train` or install the data of this version")
    try file.verify()
    self.file = file
    tagger = TaggerWeights(table: file.section("TAGW"), transitions: file.section("TAGT"))
    lowerCase = LowerCaseTable(file.section("LOWR"))
    ranker = try RankerModel(file.section("RANK"), path: path)
    confidence = ConfidenceModel(file.section("CONF"))
  }

  /// The bytes of a model file.
  package static func encode(
    tagger: TrainedTagger, lowerCase: [UInt64: UInt8], ranker: RankerModel, confidence: ConfidenceModel
  ) -> [UInt8] {
    func doubles(_ values: [Double]) -> [UInt8] {
      var bytes: [UInt8] = []
      for value in values { bytes.appendLittleEndian(value.bitPattern) }
      return bytes
    }
    return SectionedFile.encode(
      kind: kind, version: version,
      sections: [
        ("TAGW", TaggerWeights.encode(tagger.weights)),
        ("TAGT", doubles(tagger.transitions.flatMap { row in (0..<8).map { Double(row[$0]) } })),
        ("LOWR", LowerCaseTable.encode(lowerCase)), ("RANK", ranker.encoded), ("CONF", confidence.encoded),
      ])
  }
}

/// What training gives: weights by feature, and of label behind label.
package struct TrainedTagger: Sendable {
  package var weights: [UInt32: SIMD8<Float>]
  package var transitions: [SIMD8<Float>]

  package init(weights: [UInt32: SIMD8<Float>], transitions: [SIMD8<Float>]) {
    self.weights = weights
    self.transitions = transitions
  }
}

/// Weights by feature in an open-addressing table: 16 bytes a slot, the feature (u32) and five weights (i16) in 1/1024.
struct TaggerWeights: Sendable {
  private static let slotSize = 16
  private static let scale: Float = 1024

  private let table: ByteView
  private let mask: Int
  let transitions: [SIMD8<Float>]

  init(table: ByteView, transitions: ByteView) {
    self.table = table
    mask = max(table.count / Self.slotSize, 1) - 1
    self.transitions = (0..<TagLabel.count).map { row in
      var weights = SIMD8<Float>(repeating: 0)
      for column in 0..<8 {
        weights[column] = Float(Double(bitPattern: transitions.uint64(at: (row * 8 + column) * 8)))
      }
      return weights
    }
  }

  /// Adds a feature's weights, in 1/1024, if it has any.
  @inline(__always)
  func add(_ feature: UInt32, to sum: inout SIMD8<Int32>) {
    var slot = Int(feature) & mask
    for _ in 0...mask {
      let offset = slot * Self.slotSize
      let key = table.uint32(at: offset)
      if key == feature {
        let low = table.uint64(at: offset + 4)
        sum[0] &+= Int32(Int16(truncatingIfNeeded: low))
        sum[1] &+= Int32(Int16(truncatingIfNeeded: low >> 16))
        sum[2] &+= Int32(Int16(truncatingIfNeeded: low >> 32))
        sum[3] &+= Int32(Int16(truncatingIfNeeded: low >> 48))
        sum[4] &+= Int32(Int16(truncatingIfNeeded: table.uint16(at: offset + 12)))
        return
      }
      if key == 0 { return }
      slot = (slot + 1) & mask
    }
  }

  static func scores(_ sum: SIMD8<Int32>) -> SIMD8<Float> { SIMD8<Float>(sum) / scale }

  static func encode(_ weights: [UInt32: SIMD8<Float>]) -> [UInt8] {
    var slots = 16
    while slots < weights.count * 3 / 2 { slots *= 2 }
    var keys = [UInt32](repeating: 0, count: slots)
    var bytes = [UInt8](repeating: 0, count: slots * slotSize)
    for (feature, row) in weights.sorted(by: { $0.key < $1.key }) where feature != 0 {
      var slot = Int(feature) & (slots - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      keys[slot] = feature
      var entry: [UInt8] = []
      entry.appendLittleEndian(feature)
      for label in 0..<TagLabel.count { entry.appendLittleEndian(Int16(clamping: Int((row[label] * scale).rounded()))) }
      bytes.replaceSubrange(slot * slotSize..<slot * slotSize + entry.count, with: entry)
    }
    return bytes
  }
}

/// How often words are written in lower case, in four buckets, by the hash of the folded word.
package struct LowerCaseTable: Sendable {
  private let table: ByteView
  private let mask: Int
  /// While training: the same without a file.
  private let words: [UInt64: UInt8]

  /// 0 never seen, 1 seldom, 2 often, 3 mostly.
  package init(_ words: [UInt64: UInt8]) {
    self.words = words
    (table, mask) = (.empty, 0)
  }

  init(_ table: ByteView) {
    self.table = table
    mask = max(table.count / 4, 1) - 1
    words = [:]
  }

  package func bucket(_ word: UInt64) -> UInt8 {
    guard table.count > 0 else { return words[word] ?? 0 }
    let wanted = Self.key(word)
    var slot = Int(truncatingIfNeeded: word >> 32) & mask
    for _ in 0...mask {
      let entry = table.uint32(at: slot * 4)
      if entry & ~3 == wanted { return UInt8(entry & 3) }
      if entry == 0 { return 0 }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private static func key(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) & ~3 | 4 }

  static func encode(_ words: [UInt64: UInt8]) -> [UInt8] {
    var slots = 16
    while slots < words.count * 2 { slots *= 2 }
    var entries = [UInt32](repeating: 0, count: slots)
    for (word, bucket) in words.sorted(by: { $0.key < $1.key }) where bucket > 0 {
      var slot = Int(truncatingIfNeeded: word >> 32) & (slots - 1)
      while entries[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      entries[slot] = key(word) | UInt32(bucket)
    }
    var bytes: [UInt8] = []
    for entry in entries { bytes.appendLittleEndian(entry) }
    return bytes
  }
}
