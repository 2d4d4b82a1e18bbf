import DataFiles
import Testing

@Suite struct ByteViewTests {
  private let bytes: [UInt8] = [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0xFF]

  @Test func numbersAreLittleEndianAndNeedNoAlignment() {
    bytes.withUnsafeBytes { buffer in
      let view = ByteView(buffer)
      #expect(view.uint8(at: 8) == 0xFF)
      #expect(view.uint16(at: 1) == 0x0302)
      #expect(view.uint32(at: 1) == 0x0504_0302)
      #expect(view.uint64(at: 1) == 0xFF08_0706_0504_0302)
      #expect(view.int32(at: 5) == Int32(bitPattern: 0xFF08_0706))
    }
  }

  @Test(arguments: [-1, 9, 10, Int.max, Int.min])
  func whatLiesOutsideReadsAsZero(offset: Int) {
    bytes.withUnsafeBytes { buffer in
      let view = ByteView(buffer)
      #expect(view.uint8(at: offset) == 0)
      #expect(view.uint16(at: offset) == 0)
      #expect(view.uint32(at: offset) == 0)
      #expect(view.uint64(at: offset) == 0)
      #expect(view.int32(at: offset) == 0)
      #expect(ByteView.empty.uint64(at: offset) == 0)
    }
  }

  @Test func aNumberThatIsOnlyPartlyInsideReadsAsZero() {
    bytes.withUnsafeBytes { buffer in
      let view = ByteView(buffer)
      #expect(view.uint16(at: 8) == 0)
      #expect(view.uint32(at: 6) == 0)
      #expect(view.uint64(at: 2) == 0)
    }
  }

  @Test func aSliceIsWholeOrEmpty() {
    bytes.withUnsafeBytes { buffer in
      let view = ByteView(buffer)
      #expect(view.slice(2, 3).count == 3)
      #expect(view.slice(2, 3).uint8(at: 2) == 5)
      #expect(view.slice(2, 3).uint8(at: 3) == 0)
      #expect(view.slice(9, 0).count == 0)
      for (offset, count) in [(-1, 2), (8, 2), (10, 0), (0, -1), (1, Int.max), (Int.max, Int.max)] {
        #expect(view.slice(offset, count).count == 0)
      }
    }
  }

  @Test func textThatIsNotUTF8ShowsIt() {
    Array("Qom\u{E9}".utf8).withUnsafeBytes { #expect(ByteView($0).string() == "Qomé") }
    ([0x51, 0xFF] as [UInt8]).withUnsafeBytes { #expect(ByteView($0).string() == "Q\u{FFFD}") }
    #expect(ByteView.empty.string() == "")
  }
}
