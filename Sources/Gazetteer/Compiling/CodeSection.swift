import DataFiles

/// The section `PCOD` of a user's gazetteer: P-codes of administrative units, by source and id of the unit, which may be a place of
/// another file.
///
/// Layout: count (u32), 0 (u32); for each code 16 bytes sorted by key: key (u64: XXH64 of `source:id`), offset of the code in the
/// section (u32), level (u32); then the codes as short texts. A file without the section has no codes.
enum CodeSection {
  static let headerSize = 8
  static let entrySize = 16

  static func key(source: PlaceSource, id: String) -> UInt64 { XXHash64.hash(Array("\(source.word):\(id)".utf8)) }

  /// The first code given for a unit stays.
  static func encode(_ codes: [(key: UInt64, code: String, level: Int)]) -> [UInt8] {
    var entries: [(key: UInt64, code: String, level: Int)] = []
    for entry in codes.enumerated().sorted(by: { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }) {
      if entries.last?.key != entry.element.key { entries.append(entry.element) }
    }
    var bytes: [UInt8] = []
    var texts: [UInt8] = []
    bytes.appendLittleEndian(UInt32(entries.count))
    bytes.appendLittleEndian(UInt32(0))
    let textStart = headerSize + entries.count * entrySize
    for entry in entries {
      bytes.appendLittleEndian(entry.key)
      bytes.appendLittleEndian(UInt32(textStart + texts.count))
      bytes.appendLittleEndian(UInt32(clamping: entry.level))
      let code = entry.code.utf8.prefix(255)
      texts.append(UInt8(code.count))
      texts.append(contentsOf: code)
    }
    return bytes + texts
  }

  /// The code of a unit in a section, nil where there is none.
  static func code(_ key: UInt64, in section: ByteView) -> String? {
    var (low, high) = (0, min(Int(section.uint32(at: 0)), section.count / entrySize))
    while low < high {
      let middle = (low + high) / 2
      if section.uint64(at: headerSize + middle * entrySize) < key { low = middle + 1 } else { high = middle }
    }
    let entry = headerSize + low * entrySize
    guard low < Int(section.uint32(at: 0)), section.uint64(at: entry) == key else { return nil }
    let offset = Int(section.uint32(at: entry + 8))
    let code = section.slice(offset + 1, Int(section.uint8(at: offset))).string()
    return code.isEmpty ? nil : code
  }
}

extension Atlas {
  /// Whether one of the files has P-codes.
  public var hasCodes: Bool { files.contains { $0.hasCodes } }

  /// The P-code of an administrative unit, nil where no file has one.
  public func code(of id: PlaceID) -> String? {
    guard hasCodes else { return nil }
    let (file, place) = locate(id)
    let key = CodeSection.key(source: file.source(place), id: file.sourceID(place))
    for file in files {
      if let code = file.code(key) { return code }
    }
    return nil
  }

  /// The P-codes of the first- and second-level unit in which a place lies, or which it is.
  public func unitCodes(of id: PlaceID) -> (admin1: String?, admin2: String?) {
    guard hasCodes else { return (nil, nil) }
    let units = [id] + containers(of: id)
    func code(_ kind: PlaceKind) -> String? {
      for unit in units where self.kind(unit) == kind {
        if let code = self.code(of: unit) { return code }
      }
      return nil
    }
    return (code(.admin1), code(.admin2))
  }
}
