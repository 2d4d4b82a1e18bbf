/// What the header of a compiled file says of it, without reading the rest: enough to tell one file from another.
package struct DataFileStamp: Sendable, Equatable {
  /// Four letters, such as `GAZE`.
  package var kind: String
  /// The version of the form, not of the content.
  package var version: UInt32
  /// XXH64 of the content as the header gives it: it changes with every byte of data.
  package var checksum: UInt64

  /// - Throws: ``DataFileError/unreadable(path:reason:)``; ``DataFileError/foreign(path:expected:)`` where it is not a file of ours.
  package init(path: String) throws(DataFileError) {
    let file = try MappedFile(path: path)
    let header = withExtendedLifetime(file) { () -> DataFileStamp? in
      let bytes = file.bytes
      guard bytes.count >= SectionedFile.headerSize, bytes.slice(0, 8).string() == "DATELINE" else { return nil }
      return DataFileStamp(
        kind: bytes.slice(8, 4).string(), version: bytes.uint32(at: 12), checksum: bytes.uint64(at: 24))
    }
    guard let header else { throw .foreign(path: path, expected: "a data file of Dateline") }
    self = header
  }

  private init(kind: String, version: UInt32, checksum: UInt64) {
    (self.kind, self.version, self.checksum) = (kind, version, checksum)
  }
}
