import Coordinates
import DataFiles
import Language

/// Lays places and names out as a gazetteer file when they may be more than memory holds: the same bytes for the same input in
/// the same order.
///
/// In memory are some 40 bytes a place; places and names wait in files without a name beside the one wanted.
public final class GazetteerAssembly {
  /// Where the file is to be written.
  public let path: String
  let writer: SectionedFileWriter
  private let folder: String
  /// Places as in `PLAC`, but in the order given, with the parent and country yet to be numbered.
  private let staged: FileOutput
  private let mainNames: FileOutput
  private let labels: FileOutput
  private let sorter: NameSorter
  private var openers = OpenerFilter()
  private var points: [PackedPoint] = []
  private var prominences: [Float] = []
  private var features: [String: UInt8] = [:]
  private var featureList: [UInt8] = []
  private var countries: [String] = []
  private var countryNumbers: [String: UInt8] = [:]
  private var countryPlaces: [String: UInt32] = [:]
  /// By place: the text of its id, where that is no number.
  private var textIDs: [UInt32: String] = [:]
  /// By place: what its main name is instead of the one that it was added with.
  private var newNames: [UInt32: String] = [:]

  /// What contains each place, by number; set before ``finish(metadata:progress:)``.
  public var parentOf: ((_ place: UInt32, _ stagedParent: UInt32) -> UInt32?)?

  /// Where everything is until ``commit()``; removed with this object if that never comes.
  public var partialPath: String { writer.partialPath }
  /// How many places there are so far.
  public var count: Int { points.count }
  /// How many names were given so far, first words of longer names counted too.
  public var nameCount: Int { sorter.count }

  /// - Parameter hasCodes: whether P-codes will be added.
  public init(path: String, hasCodes: Bool = false, namesInRun: Int = 3_000_000) throws(DataFileError) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    writer = try SectionedFileWriter(
      path: path, kind: GazetteerFormat.kind, version: GazetteerFormat.version, capacity: hasCodes ? 10 : 9)
    staged = try FileOutput(scratchIn: folder)
    mainNames = try FileOutput(scratchIn: folder)
    labels = try FileOutput(scratchIn: folder)
    sorter = try NameSorter(folder: folder, namesInRun: namesInRun)
  }

  // MARK: Collecting

  /// Adds a place under its main name and returns its number. Its parent is one of the places already added, or what `parentOf`
  /// makes of `parentKey`.
  @discardableResult
  public func add(_ place: PlaceDraft, parentKey: UInt32 = .max) throws(DataFileError) -> UInt32 {
    let number = UInt32(points.count)
    guard number < (1 << GazetteerFormat.postingPlaceBits) - 1 else {
      throw .unwritable(path: path, reason: "a gazetteer holds at most 268 million places")
    }
    points.append(PackedPoint(EarthVector(place.coordinate)))
    prominences.append(Float(place.prominence))
    var flags: UInt8 = place.isCapital ? GazetteerFormat.Flag.capital : 0
    var id = GazetteerKey.number(place.sourceID)
    if id == nil {
      flags |= GazetteerFormat.Flag.textID
      textIDs[number] = place.sourceID
      id = 0
    }
    if place.kind == .country, let code = place.country, countryPlaces[code] == nil { countryPlaces[code] = number }
    func degrees(_ value: Double) -> Int32 { Int32((value / GazetteerFormat.degreesPerUnit).rounded()) }
    try staged.appendLittleEndian(degrees(place.coordinate.longitude))
    try staged.appendLittleEndian(degrees(place.coordinate.latitude))
    try staged.appendLittleEndian(UInt32(0))
    try staged.appendLittleEndian(UInt32(clamping: place.population))
    try staged.appendLittleEndian(id ?? 0)
    try staged.appendLittleEndian(place.parent.map { UInt32($0) } ?? parentKey)
    try staged.append(byte: countryNumber(place.country))
    try staged.append(byte: place.kind.rawValue)
    try staged.append(byte: featureNumber(place.feature))
    try staged.append(byte: place.source.rawValue)
    try staged.appendLittleEndian(
      UInt16(clamping: Int((place.radiusKilometres * GazetteerFormat.radiusUnitsPerKilometre).rounded())))
    try staged.append(byte: UInt8(clamping: place.rank))
    try staged.append(byte: flags)
    let name = Array(place.name.utf8.prefix(255))
    try mainNames.append(byte: UInt8(name.count))
    try mainNames.append(name)
    return number
  }

  private func featureNumber(_ feature: String) -> UInt8 {
    if let known = features[feature] { return known }
    guard features.count < Int(GazetteerFormat.noFeature) else { return GazetteerFormat.noFeature }
    let number = UInt8(features.count)
    features[feature] = number
    let word = feature.utf8.prefix(255)
    featureList.append(UInt8(word.count))
    featureList.append(contentsOf: word)
    return number
  }

  /// By first appearance; the file has them by code.
  private func countryNumber(_ code: String?) -> UInt8 {
    guard let code, code.utf8.count == 2 else { return 0 }
    if let known = countryNumbers[code] { return known }
    guard countries.count < 255 else { return 0 }
    countries.append(code)
    countryNumbers[code] = UInt8(countries.count)
    return UInt8(countries.count)
  }

  /// Adds a further name. One that folds to nothing, or is longer than 200 bytes or 17 words, is not added.
  @discardableResult
  public func addName(_ name: String, kind: NameKind, to place: UInt32) throws(DataFileError) -> Bool {
    let bytes = Array(name.utf8)
    let key = bytes.count <= GazetteerFormat.longestName ? Folding.key(ofUTF8: bytes) : []
    let words = key.isEmpty ? 0 : key.count { $0 == 0x20 } + 1
    guard words > 0, words <= GazetteerFormat.mostWords, Int(place) < prominences.count else { return false }
    var failure: DataFileError?
    bytes.withUnsafeBufferPointer { spelling in
      do throws(DataFileError) {
        try sorter.add(
          hash: NameHash(key: key).value,
          order: SortedName.order(prominence: prominences[Int(place)], place: place), kind: kind.rawValue,
          spelling: spelling)
      } catch { failure = error }
    }
    if words > 1, failure == nil {
      let first = key.prefix { $0 != 0x20 }
      let hash = first.withUnsafeBufferPointer { NameHash(word: NameHash.word($0)).value }
      if openers.isNew(hash: hash, words: words) {
        first.withUnsafeBufferPointer { spelling in
          do throws(DataFileError) {
            try sorter.add(
              hash: hash, order: SortedName.openerOrder(words: UInt32(words)), kind: SortedName.opener,
              spelling: spelling)
          } catch { failure = error }
        }
      }
    }
    if let failure { throw failure }
    return true
  }

  /// Gives a place another main name; the one that it had becomes an alternate.
  public func rename(_ place: UInt32, to name: String) { newNames[place] = name }

  // MARK: Layout

  /// Writes everything down. The file is whole, but stands beside the one wanted until ``commit()``.
  /// - Parameters:
  ///   - metadata: lines of `key=value` about sources, licences and versions.
  ///   - progress: called with what is being done and the share of it that is done.
  public func finish(
    metadata: [String: String], progress: (_ step: String, _ share: Double) -> Void = { _, _ in }
  ) throws(DataFileError) {
    try addMainNames(progress)
    progress("arranging places", 0)
    let tree = PointTree.order(points)
    var placeInFile = [UInt32](repeating: 0, count: points.count)
    for (place, number) in tree.order.enumerated() { placeInFile[Int(number)] = UInt32(place) }

    var meta = metadata
    meta["folding"] = String(Folding.version)
    try writer.begin(GazetteerFormat.meta)
    try writer.output.append(
      Array(meta.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined().utf8))
    let references = try writeNames(placeInFile: placeInFile, progress)
    try writePlaces(order: tree.order, placeInFile: placeInFile, references: references, progress)
    try writer.begin(GazetteerFormat.points)
    for (place, number) in tree.order.enumerated() {
      var point = points[Int(number)]
      point.axis = Int(tree.axes[place])
      for lane in 0..<3 { try writer.output.appendLittleEndian(point.lanes[lane]) }
    }
    try writer.begin(GazetteerFormat.labels)
    try writer.output.append(contentsOf: labels)
    try writeIDs(order: tree.order)
    try writer.begin(GazetteerFormat.countries)
    for code in countries.sorted() {
      try writer.output.append(Array(code.utf8.prefix(2)) + [0, 0])
      try writer.output.appendLittleEndian(
        countryPlaces[code].map { placeInFile[Int($0)] } ?? GazetteerFormat.noPlace)
    }
    try writer.begin(GazetteerFormat.features)
    try writer.output.append(featureList)
    progress("checking", 0)
    try writer.seal()
  }

  /// Puts the file where it belongs.
  public func commit() throws(DataFileError) { try writer.commit() }

  private func addMainNames(_ progress: (String, Double) -> Void) throws(DataFileError) {
    try mainNames.flush()
    let reader = ShortTextReader(mainNames)
    for place in 0..<UInt32(points.count) {
      if place & 0xFFFF == 0 { progress("collecting names", Double(place) / Double(points.count)) }
      let old = try reader.next()
      let new = newNames[place]
      let name = new ?? old
      if try !addName(name, kind: .main, to: place) { unnamed[place] = name }
      if new != nil, old != name { try addName(old, kind: .alternate, to: place) }
    }
  }

  /// Main names that cannot be looked up: kept to be shown.
  private var unnamed: [UInt32: String] = [:]

  private func writeNames(
    placeInFile: [UInt32], _ progress: (String, Double) -> Void
  ) throws(DataFileError) -> [UInt32] {
    let bits = NameSectionWriter.bits(ofCount: sorter.count)
    try writer.begin(GazetteerFormat.nameDirectory)
    let directoryStart = writer.sectionStart
    let directory = try FileOutput(scratchIn: folder)
    for _ in 0...(1 << bits) { try writer.output.appendLittleEndian(UInt32(0)) }
    try writer.begin(GazetteerFormat.names)
    var names = NameSectionWriter(
      bits: bits, placeInFile: placeInFile, names: writer.output, directory: directory, labels: labels)
    var merge = try sorter.merged()
    var done = 0
    while let name = try merge.next() {
      if done & 0xFFFF == 0 { progress("sorting names", Double(done) / Double(sorter.count)) }
      done += 1
      try names.add(name)
    }
    try names.finish()
    try copy(directory, to: directoryStart)
    return names.references
  }

  private func copy(_ directory: FileOutput, to start: Int) throws(DataFileError) {
    try directory.flush()
    try writer.output.flush()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    var offset = 0
    while offset < directory.count {
      let count = try directory.read(into: block, at: offset)
      guard count > 0 else { return }
      try writer.output.write(UnsafeRawBufferPointer(rebasing: block[..<count]), at: start + offset)
      offset += count
    }
  }

  private func label(_ text: String) throws(DataFileError) -> UInt32 {
    let offset = UInt32(truncatingIfNeeded: labels.count)
    let bytes = Array(text.utf8.prefix(255))
    try labels.append(byte: UInt8(bytes.count))
    try labels.append(bytes)
    return offset
  }

  private func writePlaces(
    order: [Int32], placeInFile: [UInt32], references: [UInt32], _ progress: (String, Double) -> Void
  ) throws(DataFileError) {
    try writer.begin(GazetteerFormat.places)
    try staged.flush()
    let size = GazetteerFormat.placeSize
    let sortedCountries = countries.sorted()
    let countryInFile = countries.map { code in UInt8(clamping: (sortedCountries.firstIndex(of: code) ?? -1) + 1) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { block.deallocate() }
    for (done, number) in order.enumerated() {
      if done & 0xFFFF == 0 { progress("writing places", Double(done) / Double(order.count)) }
      let place = UInt32(number)
      _ = try staged.read(into: block, at: Int(place) * size)
      var name = references[Int(place)]
      if name == GazetteerFormat.noPlace { name = try label(unnamed[place] ?? "") | GazetteerFormat.labelBit }
      block.storeBytes(of: name.littleEndian, toByteOffset: GazetteerFormat.Field.name, as: UInt32.self)
      if let text = textIDs[place] {
        block.storeBytes(
          of: try label(text).littleEndian, toByteOffset: GazetteerFormat.Field.sourceID, as: UInt32.self)
      }
      let given = UInt32(littleEndian: block.load(fromByteOffset: GazetteerFormat.Field.parent, as: UInt32.self))
      let parent = parentOf.map { $0(place, given) } ?? (given < points.count ? given : nil)
      block.storeBytes(
        of: (parent.map { placeInFile[Int($0)] } ?? GazetteerFormat.noPlace).littleEndian,
        toByteOffset: GazetteerFormat.Field.parent, as: UInt32.self)
      let country = Int(block[GazetteerFormat.Field.country])
      block[GazetteerFormat.Field.country] = country > 0 ? countryInFile[country - 1] : 0
      try writer.output.append(UnsafeRawBufferPointer(block))
    }
  }

  private func writeIDs(order: [Int32]) throws(DataFileError) {
    try writer.begin(GazetteerFormat.byID)
    var numbers: [[UInt64]] = PlaceSource.allCases.map { _ in [] }
    var texts: [GazetteerKey] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: GazetteerFormat.placeSize * 32_768, alignment: 16)
    defer { block.deallocate() }
    var inFile = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { inFile[Int(number)] = UInt32(place) }
    var first = 0
    while first < order.count {
      let bytes = try staged.read(into: block, at: first * GazetteerFormat.placeSize)
      let here = bytes / GazetteerFormat.placeSize
      guard here > 0 else { break }
      for index in 0..<here {
        let base = index * GazetteerFormat.placeSize
        let source = Int(block[base + GazetteerFormat.Field.source])
        let place = UInt32(first + index)
        if let text = textIDs[place] {
          texts.append(
            GazetteerKey(
              source: PlaceSource(rawValue: UInt8(source)) ?? .own, id: text, place: Int(inFile[Int(place)])))
        } else {
          let id = UInt32(
            littleEndian: block.load(fromByteOffset: base + GazetteerFormat.Field.sourceID, as: UInt32.self))
          numbers[source].append(UInt64(id) << 32 | UInt64(inFile[Int(place)]))
        }
      }
      first += here
    }
    texts.sort()
    for source in PlaceSource.allCases {
      numbers[Int(source.rawValue)].sort()
      for key in numbers[Int(source.rawValue)] {
        try writer.output.appendLittleEndian(UInt32(truncatingIfNeeded: key))
      }
      for key in texts where key.source == source { try writer.output.appendLittleEndian(UInt32(key.place)) }
    }
  }
}

/// Remembers which first words were seen, as many as its memory holds: it may take an old one for new, never the other way round.
private struct OpenerFilter {
  private var seen = [UInt64](repeating: 0, count: 1 << 20)

  mutating func isNew(hash: UInt64, words: Int) -> Bool {
    let mark = (hash ^ UInt64(words) &* 0x9E37_79B9_7F4A_7C15) | 1
    let slot = Int(truncatingIfNeeded: mark >> 44)
    guard seen[slot] != mark else { return false }
    seen[slot] = mark
    return true
  }
}

/// Reads texts behind their length back.
private final class ShortTextReader {
  private let file: FileOutput
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var offset = 0
  private var start = 0
  private var filled = 0

  init(_ file: FileOutput) { self.file = file }

  deinit { buffer.deallocate() }

  func next() throws(DataFileError) -> String {
    if filled - start < 256 {
      if let base = buffer.baseAddress { base.copyMemory(from: base + start, byteCount: filled - start) }
      filled -= start
      start = 0
      let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]), at: offset)
      offset += count
      filled += count
    }
    guard filled > start else { return "" }
    let length = Int(buffer[start])
    let end = min(start + 1 + length, filled)
    defer { start = end }
    return String(decoding: buffer[start + 1..<end], as: UTF8.self)
  }
}
