import TestSupport
import Testing

@testable import DataFiles

@Suite struct DataFileStampTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func stamp(_ content: [UInt8], kind: String = "GAZE", version: UInt32 = 3) throws -> DataFileStamp {
    let bytes = SectionedFile.encode(kind: kind, version: version, sections: [("META", content)])
    return try DataFileStamp(path: folder.write(bytes, to: "file"))
  }

  @Test func kindVersionAndChecksumAreTold() throws {
    let stamp = try stamp([1, 2, 3])
    #expect(stamp.kind == "GAZE")
    #expect(stamp.version == 3)
    // a section begins at the next multiple of 64 behind header and table, 48 + 24 bytes long
    #expect(stamp.checksum == XXHash64.hash([UInt8](repeating: 0, count: 128 - 72) + [1, 2, 3]))
  }

  @Test func everyByteCounts() throws {
    #expect(try stamp([1, 2, 3]) == stamp([1, 2, 3]))
    #expect(try stamp([1, 2, 3]) != stamp([1, 2, 4]))
  }

  @Test(arguments: ["", "DATELINE", String(repeating: "x", count: 48)]) func otherFilesAreForeign(text: String) throws {
    let path = try folder.write(text, to: "other")
    #expect(throws: DataFileError.foreign(path: path, expected: "a data file of Dateline")) {
      try DataFileStamp(path: path)
    }
  }
}
