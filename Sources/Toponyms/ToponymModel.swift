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
    tagger = TaggerWeights(
      keys: file.section("TAGK"), table: file.section("TAGW"), transitions: file.section("TAGT"))
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
    let table = TaggerWeights.encode(tagger.weights)
    return SectionedFile.encode(
      kind: kind, version: version,
      sections: [
        ("TAGK", table.keys), ("TAGW", table.slots),
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
