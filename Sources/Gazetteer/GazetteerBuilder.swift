import Coordinates
import DataFiles
import Language

/// Collects places and names and lays them out as a gazetteer file.
///
/// The same places and names in the same order give the same bytes.
public struct GazetteerBuilder: Sendable {
  private var drafts: [PlaceDraft] = []
  private var names: [NameEntry] = []
  private var text: [UInt8] = []
  private var openers: Set<Opener> = []

  /// A name of a place; with `kind` nil the first word of longer names, `place` then being their count of words.
  private struct NameEntry {
    var hash: UInt64
    var place: UInt32
    var kind: NameKind?
    var isPreferred: Bool
    var start: UInt32
    var length: UInt8
  }

  private struct Opener: Hashable {
    var word: UInt64
    var words: UInt32
  }

  /// A file without places.
  public init() {}

  /// How many places there are so far.
  public var count: Int { drafts.count }

  /// Adds a place under its main name and returns its number, by which names and parents refer to it.
  @discardableResult
  public mutating func add(_ place: PlaceDraft) -> Int {
    drafts.append(place)
    addName(place.name, kind: .main, to: drafts.count - 1)
    return drafts.count - 1
  }

  /// A place as it was added; setting it does not change its names.
  public subscript(place: Int) -> PlaceDraft {
    get { drafts[place] }
    set { drafts[place] = newValue }
  }

  /// Adds a name. A name that folds to nothing, or is longer than 200 bytes or 17 words, is not added.
  @discardableResult
  public mutating func addName(_ name: String, kind: NameKind, to place: Int) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count <= GazetteerFormat.longestName else { return false }
    let key = Folding.key(ofUTF8: bytes)
    let words = key.split(separator: 0x20)
    guard !words.isEmpty, words.count <= GazetteerFormat.mostWords else { return false }
    names.append(
      NameEntry(
        hash: NameHash(key: key).value, place: UInt32(place), kind: kind, isPreferred: kind == .main,
        start: append(bytes), length: UInt8(bytes.count)))
    if words.count > 1 { addOpener(Array(words[0]), words: UInt32(words.count)) }
    return true
  }

  private mutating func addOpener(_ word: [UInt8], words: UInt32) {
    let hash = NameHash(key: word).value
    guard openers.insert(Opener(word: hash, words: words)).inserted else { return }
    names.append(
      NameEntry(
        hash: hash, place: words, kind: nil, isPreferred: false, start: append(word), length: UInt8(word.count)))
  }

  private mutating func append(_ bytes: [UInt8]) -> UInt32 {
    let start = UInt32(text.count)
    text.append(contentsOf: bytes)
    return start
  }

  // MARK: Layout

  /// The bytes of the file.
  /// - Parameter metadata: lines of `key=value` about sources, licences and versions.
  public func encode(metadata: [String: String]) -> [UInt8] {
    let points = drafts.map { PackedPoint(EarthVector($0.coordinate)) }
    let tree = PointTree.order(points)
    var placeInFile = [UInt32](repeating: 0, count: drafts.count)
    for (place, draft) in tree.order.enumerated() { placeInFile[Int(draft)] = UInt32(place) }

    var labels = LabelSection()
    let nameSections = encodeNames(placeInFile: placeInFile)
    var features: [String: UInt8] = [:]
    var featureList: [UInt8] = []
    let countries = countryNumbers()
    var placeBytes: [UInt8] = []
    var pointBytes: [UInt8] = []
    placeBytes.reserveCapacity(drafts.count * GazetteerFormat.placeSize)
    pointBytes.reserveCapacity(drafts.count * GazetteerFormat.pointSize)
    for (place, number) in tree.order.enumerated() {
      let draft = drafts[Int(number)]
      if features[draft.feature] == nil, features.count < Int(GazetteerFormat.noFeature) {
        features[draft.feature] = UInt8(features.count)
        let word = draft.feature.utf8.prefix(255)
        featureList.append(UInt8(word.count))
        featureList.append(contentsOf: word)
      }
      appendPlace(
        draft,
        name: nameSections.references[Int(number)] ?? labels.reference(to: draft.name) | GazetteerFormat.labelBit,
        parent: draft.parent.map { placeInFile[$0] } ?? GazetteerFormat.noPlace,
        country: draft.country.flatMap { countries.numbers[$0] } ?? GazetteerFormat.noCountry,
        feature: features[draft.feature] ?? GazetteerFormat.noFeature, labels: &labels, to: &placeBytes)
      var point = points[Int(number)]
      point.axis = Int(tree.axes[place])
      for lane in 0..<3 { pointBytes.appendLittleEndian(point.lanes[lane]) }
    }
    var countryBytes: [UInt8] = []
    for code in countries.codes {
      countryBytes.append(contentsOf: code.utf8.prefix(2))
      countryBytes.append(contentsOf: [0, 0])
      countryBytes.appendLittleEndian(countryPlaces[code].map { placeInFile[$0] } ?? GazetteerFormat.noPlace)
    }
    var meta = metadata
    meta["folding"] = String(Folding.version)
    let metaText = meta.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    return SectionedFile.encode(
      kind: GazetteerFormat.kind, version: GazetteerFormat.version,
      sections: [
        (GazetteerFormat.meta, Array(metaText.utf8)),
        (GazetteerFormat.nameDirectory, nameSections.directory),
        (GazetteerFormat.names, nameSections.names),
        (GazetteerFormat.places, placeBytes),
        (GazetteerFormat.points, pointBytes),
        (GazetteerFormat.labels, labels.bytes),
        (GazetteerFormat.byID, encodeIDs(order: tree.order)),
        (GazetteerFormat.countries, countryBytes),
        (GazetteerFormat.features, featureList),
      ])
  }

  private func appendPlace(
    _ draft: PlaceDraft, name: UInt32, parent: UInt32, country: UInt8, feature: UInt8, labels: inout LabelSection,
    to bytes: inout [UInt8]
  ) {
    func degrees(_ value: Double) -> Int32 { Int32((value / GazetteerFormat.degreesPerUnit).rounded()) }
    var flags: UInt8 = draft.isCapital ? GazetteerFormat.Flag.capital : 0
    let id: UInt32
    if let number = GazetteerKey.number(draft.sourceID) {
      id = number
    } else {
      id = labels.reference(to: draft.sourceID)
      flags |= GazetteerFormat.Flag.textID
    }
    bytes.appendLittleEndian(degrees(draft.coordinate.longitude))
    bytes.appendLittleEndian(degrees(draft.coordinate.latitude))
    bytes.appendLittleEndian(name)
    bytes.appendLittleEndian(UInt32(clamping: draft.population))
    bytes.appendLittleEndian(id)
    bytes.appendLittleEndian(parent)
    bytes.append(country)
    bytes.append(draft.kind.rawValue)
    bytes.append(feature)
    bytes.append(draft.source.rawValue)
    bytes.appendLittleEndian(
      UInt16(clamping: Int((draft.radiusKilometres * GazetteerFormat.radiusUnitsPerKilometre).rounded())))
    bytes.append(UInt8(clamping: draft.rank))
    bytes.append(flags)
  }

  private var countryPlaces: [String: Int] {
    var places: [String: Int] = [:]
    for (number, draft) in drafts.enumerated() where draft.kind == .country {
      if let code = draft.country, places[code] == nil { places[code] = number }
    }
    return places
  }

  /// Country codes by number from 1 to 255; 0 means none.
  private func countryNumbers() -> (codes: [String], numbers: [String: UInt8]) {
    let codes = Set(drafts.compactMap(\.country)).sorted()
    var numbers: [String: UInt8] = [:]
    for (index, code) in codes.enumerated() { numbers[code] = UInt8(exactly: index + 1) }
    return (codes, numbers)
  }

  private func encodeIDs(order: [Int32]) -> [UInt8] {
    let sorted = order.indices.sorted { left, right in
      let (a, b) = (drafts[Int(order[left])], drafts[Int(order[right])])
      return GazetteerKey(source: a.source, id: a.sourceID, place: left)
        < GazetteerKey(source: b.source, id: b.sourceID, place: right)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sorted.count * 4)
    for place in sorted { bytes.appendLittleEndian(UInt32(place)) }
    return bytes
  }

  /// Names sorted by hash, each stored once with all its places, the most prominent first.
  private func encodeNames(placeInFile: [UInt32]) -> (directory: [UInt8], names: [UInt8], references: [Int: UInt32]) {
    let entries = names.sorted { left, right in
      if left.hash != right.hash { return left.hash < right.hash }
      if (left.kind == nil) != (right.kind == nil) { return left.kind != nil }
      guard left.kind != nil else { return left.place < right.place }
      let (a, b) = (drafts[Int(left.place)].prominence, drafts[Int(right.place)].prominence)
      if a != b { return a > b }
      if left.place != right.place { return left.place < right.place }
      return (left.kind?.rawValue ?? 0, left.start) < (right.kind?.rawValue ?? 0, right.start)
    }
    var bits = 0
    while bits < 28, 2 << bits < entries.count { bits += 1 }
    var directory: [UInt8] = []
    var blob: [UInt8] = []
    var references: [Int: UInt32] = [:]
    var nextBucket = 0
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      let bucket = GazetteerFormat.bucket(of: entries[start].hash, bits: bits)
      while nextBucket <= bucket {
        directory.appendLittleEndian(UInt32(blob.count))
        nextBucket += 1
      }
      appendRecord(entries[start..<end], placeInFile: placeInFile, to: &blob, references: &references)
      start = end
    }
    while nextBucket <= 1 << bits {
      directory.appendLittleEndian(UInt32(blob.count))
      nextBucket += 1
    }
    return (directory, blob, references)
  }

  private func appendRecord(
    _ entries: ArraySlice<NameEntry>, placeInFile: [UInt32], to blob: inout [UInt8], references: inout [Int: UInt32]
  ) {
    guard let first = entries.first(where: \.isPreferred) ?? entries.first else { return }
    let spelling = bytes(of: first)
    var mask: UInt16 = 0
    var postings: [UInt32] = []
    let reference = UInt32(blob.count)
    blob.append(UInt8(spelling.count))
    blob.append(contentsOf: spelling)
    for entry in entries {
      guard let kind = entry.kind else {
        mask |= 1 << UInt16(entry.place - 2)
        continue
      }
      let place = placeInFile[Int(entry.place)]
      if !postings.contains(where: { $0 & ((1 << GazetteerFormat.postingPlaceBits) - 1) == place }) {
        postings.append(place | UInt32(kind.rawValue) << GazetteerFormat.postingPlaceBits)
      }
      if kind == .main, bytes(of: entry).elementsEqual(spelling) { references[Int(entry.place)] = reference }
    }
    blob.appendVariable(UInt32(postings.count) << 1 | (mask == 0 ? 0 : 1))
    if mask != 0 { blob.appendLittleEndian(mask) }
    for posting in postings { blob.appendLittleEndian(posting) }
  }

  private func bytes(of entry: NameEntry) -> ArraySlice<UInt8> {
    text[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
  }
}

/// How places are ordered by source and id: numbers before other keys.
struct GazetteerKey: Comparable {
  var source: PlaceSource
  var id: String
  var place: Int

  /// The number that an id is, nil where it is none or has signs or zeros before it.
  static func number(_ id: String) -> UInt32? {
    UInt32(id).flatMap { String($0) == id ? $0 : nil }
  }

  static func < (left: GazetteerKey, right: GazetteerKey) -> Bool {
    if left.source != right.source { return left.source.rawValue < right.source.rawValue }
    switch (number(left.id), number(right.id)) {
    case (let a?, let b?) where a != b: return a < b
    case (nil, _?): return false
    case (_?, nil): return true
    case (nil, nil) where left.id != right.id: return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    default: return left.place < right.place
    }
  }
}

/// Texts behind their length in bytes, each once.
private struct LabelSection {
  private(set) var bytes: [UInt8] = []
  private var known: [String: UInt32] = [:]

  mutating func reference(to text: String) -> UInt32 {
    if let offset = known[text] { return offset }
    let offset = UInt32(bytes.count)
    let utf8 = text.utf8.prefix(255)
    bytes.append(UInt8(utf8.count))
    bytes.append(contentsOf: utf8)
    known[text] = offset
    return offset
  }
}

extension [UInt8] {
  /// Seven bits a byte, the lowest first, the high bit set where more follow.
  mutating func appendVariable(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
