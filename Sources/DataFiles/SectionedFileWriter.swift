#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a ``SectionedFile`` section by section, for files that do not fit into memory.
///
/// Everything goes to a file beside the one wanted, which ``commit()`` puts in its place; if that never happens, the file is removed.
package final class SectionedFileWriter {
  package let path: String
  /// Where everything is until the end.
  package let partialPath: String
  /// Where the section begun last is appended.
  package let output: FileOutput

  private let kind: String
  private let version: UInt32
  private let capacity: Int
  private var sections: [(name: String, offset: Int, count: Int)] = []
  private var isCommitted = false

  /// - Parameter capacity: how many sections there will be.
  package init(path: String, kind: String, version: UInt32, capacity: Int) throws(DataFileError) {
    self.path = path
    self.kind = kind
    self.version = version
    self.capacity = capacity
    partialPath = "\(path).partial"
    output = try FileOutput(path: partialPath)
    try output.append([UInt8](repeating: 0, count: SectionedFile.headerSize + capacity * SectionedFile.entrySize))
  }

  deinit {
    if !isCommitted { unlink(partialPath) }
  }

  /// Ends the section before and begins one; its bytes are then appended to ``output``.
  package func begin(_ name: String) throws(DataFileError) {
    endSection()
    try output.pad(to: SectionedFile.alignment)
    sections.append((name, output.count, 0))
  }

  /// Where the section begun last starts in the file.
  package var sectionStart: Int { sections.last?.offset ?? 0 }

  private func endSection() {
    guard let last = sections.indices.last else { return }
    sections[last].count = output.count - sections[last].offset
  }

  /// Writes header and table over what is reserved for them. Sections may be added after it, and it called again.
  package func seal() throws(DataFileError) {
    endSection()
    try output.flush()
    let tableEnd = SectionedFile.headerSize + capacity * SectionedFile.entrySize
    var table: [UInt8] = []
    for section in sections {
      table.append(contentsOf: section.name.utf8)
      table.appendLittleEndian(UInt32(0))
      table.appendLittleEndian(UInt64(section.offset))
      table.appendLittleEndian(UInt64(section.count))
    }
    while sections.count < capacity, table.count < capacity * SectionedFile.entrySize {
      table.append(contentsOf: "    ".utf8)
      table.appendLittleEndian(UInt32(0))
      table.appendLittleEndian(UInt64(tableEnd))
      table.appendLittleEndian(UInt64(0))
    }
    let body = try MappedFile(path: partialPath)
    let checksum = XXHash64.hash(body.bytes.slice(tableEnd, body.bytes.count - tableEnd))
    var head = SectionedFile.magic
    head.append(contentsOf: kind.utf8)
    head.appendLittleEndian(version)
    head.appendLittleEndian(UInt64(output.count))
    head.appendLittleEndian(checksum)
    head.appendLittleEndian(UInt32(capacity))
    head.appendLittleEndian(UInt32(0))
    head.appendLittleEndian(XXHash64.hash(head + table))
    try output.write(head + table, at: 0)
  }

  /// Seals the file and puts it where it belongs.
  package func commit() throws(DataFileError) {
    try seal()
    try output.synchronize()
    guard rename(partialPath, path) == 0 else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    isCommitted = true
  }
}
