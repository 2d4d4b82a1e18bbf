/// A memory-mapped file of named sections: the form of all our compiled data.
///
/// Layout, little-endian: `DATELINE`, kind (4 letters), version (u32), length of the file (u64), XXH64 of all that follows the
/// section table (u64), count of sections (u32), 0 (u32), XXH64 of this header and the table (u64); then for each section
/// its name (4 letters), 0 (u32), offset (u64), length (u64). Sections begin at multiples of 64.
package final class SectionedFile: Sendable {
  package let path: String
  private let file: MappedFile
  private let sections: [String: ByteView]
  private let bodyStart: Int

  static let magic = Array("DATELINE".utf8)
  static let headerSize = 48
  static let entrySize = 24
  static let alignment = 64

  /// Maps the file and checks header, version, length and table. What the sections hold is checked by ``verify()``.
  /// - Parameter noun: what the file should be, as a person says it ("a gazetteer of Dateline").
  package init(path: String, kind: String, version: UInt32, noun: String, remedy: String) throws(DataFileError) {
    let file = try MappedFile(path: path)
    let bytes = file.bytes
    guard bytes.count >= Self.headerSize, bytes.slice(0, 8).string() == "DATELINE", bytes.slice(8, 4).string() == kind
    else { throw .foreign(path: path, expected: noun) }
    let found = bytes.uint32(at: 12)
    guard found == version else {
      throw .otherVersion(path: path, expected: version, found: found, remedy: remedy)
    }
    guard let length = Int(exactly: bytes.uint64(at: 16)), length == bytes.count else {
      throw .truncated(path: path, expected: Int(clamping: bytes.uint64(at: 16)), found: bytes.count)
    }
    let count = Int(bytes.uint32(at: 32))
    let tableEnd = Self.headerSize + count * Self.entrySize
    guard tableEnd <= bytes.count, bytes.uint64(at: 40) == Self.headerChecksum(bytes, tableEnd: tableEnd) else {
      throw .damaged(path: path, part: "its header")
    }
    var sections: [String: ByteView] = [:]
    for entry in 0..<count {
      let start = Self.headerSize + entry * Self.entrySize
      guard let offset = Int(exactly: bytes.uint64(at: start + 8)),
        let size = Int(exactly: bytes.uint64(at: start + 16)),
        offset >= tableEnd, offset <= bytes.count, size <= bytes.count - offset
      else { throw .damaged(path: path, part: "its section table") }
      sections[bytes.slice(start, 4).string()] = bytes.slice(offset, size)
    }
    self.path = path
    self.file = file
    self.sections = sections
    self.bodyStart = tableEnd
  }

  /// The bytes of a section, empty where there is none of that name.
  package func section(_ name: String) -> ByteView { sections[name] ?? .empty }

  /// Reads the whole file once and compares it with its checksum.
  /// - Throws: ``DataFileError/damaged(path:part:)``
  package func verify() throws(DataFileError) {
    let body = file.bytes.slice(bodyStart, file.bytes.count - bodyStart)
    guard XXHash64.hash(body) == file.bytes.uint64(at: 24) else {
      throw .damaged(path: path, part: "its content")
    }
  }

  /// What tells one version of a file from another: a digest of its header, which holds the length and the checksum of the rest.
  package static func identity(path: String) throws(DataFileError) -> String {
    let file = try MappedFile(path: path)
    var header: [UInt8] = []
    file.bytes.slice(0, min(headerSize, file.bytes.count)).withUnsafeBytes { header.append(contentsOf: $0) }
    return String(XXHash64.hash(header), radix: 16)
  }

  /// The file of `sections`, whole, as it is to be written.
  package static func encode(kind: String, version: UInt32, sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let tableEnd = headerSize + sections.count * entrySize
    var table: [UInt8] = []
    var body: [UInt8] = []
    for (name, bytes) in sections {
      while (tableEnd + body.count) % alignment != 0 { body.append(0) }
      table.append(contentsOf: name.utf8)
      table.appendLittleEndian(UInt32(0))
      table.appendLittleEndian(UInt64(tableEnd + body.count))
      table.appendLittleEndian(UInt64(bytes.count))
      body.append(contentsOf: bytes)
    }
    var head = magic
    head.append(contentsOf: kind.utf8)
    head.appendLittleEndian(version)
    head.appendLittleEndian(UInt64(tableEnd + body.count))
    head.appendLittleEndian(XXHash64.hash(body))
    head.appendLittleEndian(UInt32(sections.count))
    head.appendLittleEndian(UInt32(0))
    head.appendLittleEndian(XXHash64.hash(head + table))
    return head + table + body
  }

  private static func headerChecksum(_ bytes: ByteView, tableEnd: Int) -> UInt64 {
    var covered: [UInt8] = []
    bytes.slice(0, 40).withUnsafeBytes { covered.append(contentsOf: $0) }
    bytes.slice(headerSize, tableEnd - headerSize).withUnsafeBytes { covered.append(contentsOf: $0) }
    return XXHash64.hash(covered)
  }
}

extension [UInt8] {
  /// The bytes of `number`, the least significant first.
  package mutating func appendLittleEndian(_ number: some FixedWidthInteger & BitwiseCopyable) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
