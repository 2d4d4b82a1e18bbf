import DataFiles
import TestSupport
import Testing

@Suite struct SectionedFileTests {
  private let folder: TemporaryFolder
  private let whole: [UInt8]
  private let headEnd = 48 + 3 * 24

  init() throws {
    folder = try TemporaryFolder()
    whole = SectionedFile.encode(
      kind: "TEST", version: 3,
      sections: [
        ("ALFA", Array("a first section".utf8)), ("BETA", []), ("GAMA", (0..<200).map { UInt8($0) }),
      ])
  }

  private func open(_ path: String) throws(DataFileError) -> SectionedFile {
    try SectionedFile(path: path, kind: "TEST", version: 3, noun: "a test file", remedy: "build it again")
  }

  /// What is said of a file with these bytes, its path left out; nil where nothing is.
  private func complaint(about bytes: [UInt8], verifying: Bool = false) throws -> String? {
    let path = try folder.write(bytes, to: "file.bin")
    do throws(DataFileError) {
      let file = try open(path)
      if verifying { try file.verify() }
      return nil
    } catch {
      return "\(error)".hasPrefix("\(path) ") ? String("\(error)".dropFirst(path.count + 1)) : "\(error)"
    }
  }

  @Test func sectionsComeBackAsTheyWentIn() throws {
    let file = try open(folder.write(whole, to: "file.bin"))
    try file.verify()
    #expect(file.section("ALFA").string() == "a first section")
    #expect(file.section("BETA").count == 0)
    #expect(file.section("GAMA").count == 200)
    #expect(file.section("GAMA").uint8(at: 199) == 199)
    #expect(file.section("NONE").count == 0)
  }

  @Test func sectionsBeginAtMultiplesOf64() throws {
    let file = try open(folder.write(whole, to: "file.bin"))
    let text = try #require(whole.firstRange(of: Array("a first section".utf8)))
    #expect(text.lowerBound % 64 == 0)
    #expect(whole.count == text.lowerBound + 64 + 200)
    #expect(file.section("GAMA").uint8(at: 0) == whole[text.lowerBound + 64])
  }

  @Test func theSameSectionsGiveTheSameBytes() {
    let sections: [(name: String, bytes: [UInt8])] = [("ALFA", [1, 2, 3]), ("BETA", [4])]
    let (first, second) = (
      SectionedFile.encode(kind: "TEST", version: 1, sections: sections),
      SectionedFile.encode(kind: "TEST", version: 1, sections: sections)
    )
    #expect(first == second)
  }

  @Test(arguments: [0, 1, 8, 47]) func aFileShorterThanAHeaderIsForeign(count: Int) throws {
    #expect(try complaint(about: Array(whole[..<count])) == "is not a test file")
  }

  @Test(arguments: [48, 60, 119, 120, 127, 128, 200, 391]) func aTruncatedFileIsRefused(count: Int) throws {
    try #require(whole.count == 392)
    let expected = "is truncated: it should have 392 bytes and has \(count); copy or build it again"
    #expect(try complaint(about: Array(whole[..<count])) == expected)
  }

  @Test func aFileWithMoreBehindItIsRefused() throws {
    let expected = "has 393 bytes where it should have 392; copy or build it again"
    #expect(try complaint(about: whole + [0]) == expected)
  }

  @Test func anotherFormatIsForeign() throws {
    #expect(try complaint(about: Array("<html>".utf8) + whole) == "is not a test file")
    let other = SectionedFile.encode(kind: "ELSE", version: 3, sections: [])
    #expect(try complaint(about: other) == "is not a test file")
  }

  @Test func anotherVersionIsRefusedWithItsRemedy() throws {
    let newer = SectionedFile.encode(kind: "TEST", version: 4, sections: [])
    #expect(
      try complaint(about: newer) == "has format version 4, this program reads version 3; build it again")
  }

  @Test func aFlippedByteOfHeaderOrTableIsRefusedAtOnce() throws {
    for offset in 24..<headEnd where !(24..<32).contains(offset) {
      var bytes = whole
      bytes[offset] ^= 0x10
      #expect(
        try complaint(about: bytes)
          == "is damaged (its header does not match its checksum); copy or build it again", "byte \(offset)")
    }
    for offset in 0..<24 {
      var bytes = whole
      bytes[offset] ^= 0x10
      #expect(try complaint(about: bytes) != nil, "byte \(offset)")
    }
  }

  @Test func aFlippedByteOfTheBodyIsRefusedByVerify() throws {
    for offset in headEnd..<whole.count {
      var bytes = whole
      bytes[offset] ^= 0x01
      #expect(try complaint(about: bytes) == nil, "byte \(offset)")
      #expect(
        try complaint(about: bytes, verifying: true)
          == "is damaged (its content does not match its checksum); copy or build it again", "byte \(offset)")
    }
  }

  @Test func aFlippedChecksumOfTheBodyIsRefusedAtOnce() throws {
    var bytes = whole
    bytes[24] ^= 1
    #expect(
      try complaint(about: bytes) == "is damaged (its header does not match its checksum); copy or build it again")
  }

  /// The first entry has its offset at byte 56, its length at byte 64.
  @Test(arguments: [(56, 0x00), (57, 0xFF), (63, 0x80), (65, 0xFF), (71, 0x40), (71, 0x80)] as [(Int, UInt8)])
  func aTableThatPointsOutsideIsRefusedEvenWithItsChecksum(offset: Int, byte: UInt8) throws {
    var bytes = whole
    bytes[offset] = byte
    Self.mendHeaderChecksum(of: &bytes)
    #expect(
      try complaint(about: bytes)
        == "is damaged (its section table does not match its checksum); copy or build it again")
  }

  @Test func aMissingFileAndAFolderAreUnreadable() throws {
    let missing = "\(folder.path)/none.bin"
    #expect(throws: DataFileError.unreadable(path: missing, reason: "No such file or directory")) { try open(missing) }
    #expect(throws: DataFileError.unreadable(path: folder.path, reason: "it is not a file")) { try open(folder.path) }
    let error = DataFileError.unreadable(path: "x.gazetteer", reason: "it is not a file")
    #expect("\(error)" == "x.gazetteer cannot be read: it is not a file")
  }

  @Test func noDamageHoweverMadeTraps() throws {
    var random = SeededGenerator(seed: 20_240_419)
    var opened = 0
    for round in 0..<5_000 {
      var bytes = whole
      switch round % 4 {
      case 0: random.damage(&bytes, in: 0..<bytes.count)
      case 1: random.damage(&bytes, in: headEnd..<bytes.count)
      case 2:
        random.damage(&bytes, in: 32..<headEnd)
        Self.mendHeaderChecksum(of: &bytes)
      default: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      guard let file = try? open(folder.write(bytes, to: "file.bin")) else { continue }
      opened += 1
      try? file.verify()
      for name in ["ALFA", "BETA", "GAMA"] {
        let section = file.section(name)
        for offset in 0..<min(section.count, 64) { _ = section.uint32(at: offset) }
        _ = section.string()
      }
    }
    #expect(opened > 1_000)
  }

  /// Makes the header's checksum fit a header that was altered, as a forger would.
  private static func mendHeaderChecksum(of bytes: inout [UInt8]) {
    let sections = bytes.withUnsafeBytes { Int(ByteView($0).uint32(at: 32)) }
    let tableEnd = 48 + sections * 24
    guard tableEnd <= bytes.count else { return }
    var checksum: [UInt8] = []
    checksum.appendLittleEndian(XXHash64.hash(Array(bytes[..<40]) + Array(bytes[48..<tableEnd])))
    bytes.replaceSubrange(40..<48, with: checksum)
  }
}
