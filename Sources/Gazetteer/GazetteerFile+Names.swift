import DataFiles
import Language

/// The places of one name, the most prominent first, read from the file as they are asked for.
package struct NameRecord: Sendable {
  private let postings: ByteView
  /// Bit k is set where a name of k + 2 words begins with this one; 0 for names of several words.
  package let longerNames: UInt16

  init(postings: ByteView, longerNames: UInt16) {
    self.postings = postings
    self.longerNames = longerNames
  }

  package var count: Int { postings.count / 4 }

  package func place(_ index: Int) -> Int {
    Int(postings.uint32(at: index * 4) & ((1 << GazetteerFormat.postingPlaceBits) - 1))
  }

  package func kind(_ index: Int) -> NameKind {
    NameKind(rawValue: UInt8(truncatingIfNeeded: postings.uint32(at: index * 4) >> GazetteerFormat.postingPlaceBits))
      ?? .alternate
  }
}

extension GazetteerFile {
  /// The record of a name by its hash and its folded letters, nil where the file does not have it.
  package func record(hash: UInt64, key: UnsafeBufferPointer<UInt8>) -> NameRecord? {
    let bucket = GazetteerFormat.bucket(of: hash, bits: directoryBits)
    var offset = Int(directory.uint32(at: bucket * 4))
    let end = min(Int(directory.uint32(at: bucket * 4 + 4)), names.count)
    while offset < end {
      let record = RawRecord(names, at: offset)
      if record.isSpelled(key, in: names) {
        return NameRecord(
          postings: names.slice(record.postings, record.count * 4), longerNames: record.longerNames)
      }
      offset = record.end
    }
    return nil
  }

  /// The record of a name as written.
  package func record(of name: String) -> NameRecord? {
    Folding.withKey(of: name) { key, hash in key.isEmpty ? nil : record(hash: hash.value, key: key) }
  }

  /// Every name of a place, in the order of the file.
  /// - Complexity: reads all names, some 30 ms for the default gazetteer.
  package func allNames(of place: Int) -> [(name: String, kind: NameKind)] {
    var found: [(name: String, kind: NameKind)] = []
    var offset = 0
    while offset < names.count {
      let record = RawRecord(names, at: offset)
      for index in 0..<record.count {
        let posting = names.uint32(at: record.postings + index * 4)
        guard Int(posting & ((1 << GazetteerFormat.postingPlaceBits) - 1)) == place else { continue }
        let kind = NameKind(rawValue: UInt8(truncatingIfNeeded: posting >> GazetteerFormat.postingPlaceBits))
        found.append((names.slice(record.spelling, record.spellingCount).string(), kind ?? .alternate))
      }
      offset = record.end
    }
    return found
  }
}

/// Where the parts of a name's record stand in the section.
private struct RawRecord {
  let spelling: Int
  let spellingCount: Int
  let longerNames: UInt16
  let postings: Int
  let count: Int

  var end: Int { postings + count * 4 }

  @inline(__always)
  init(_ names: ByteView, at offset: Int) {
    spellingCount = Int(names.uint8(at: offset))
    spelling = offset + 1
    var next = spelling + spellingCount
    var head = 0
    var shift = 0
    while shift < 35 {
      let byte = Int(names.uint8(at: next))
      next += 1
      head |= (byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    let opensLonger = head & 1 != 0
    longerNames = opensLonger ? names.uint16(at: next) : 0
    postings = opensLonger ? next + 2 : next
    count = min(head >> 1, max(names.count - postings, 0) / 4)
  }

  /// Whether the stored spelling folds to `key`.
  @inline(__always)
  func isSpelled(_ key: UnsafeBufferPointer<UInt8>, in names: ByteView) -> Bool {
    names.slice(spelling, spellingCount).withUnsafeBytes { bytes in
      let stored = bytes.assumingMemoryBound(to: UInt8.self)
      if stored.count == key.count {
        var same = true
        for index in 0..<key.count {
          let byte = stored[index]
          let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte == 0x2D ? 0x20 : byte
          if lower != key[index] || byte >= 0x80 {
            same = false
            break
          }
        }
        if same { return true }
      }
      guard let first = stored.first, let wanted = key.first, Self.mayBegin(first, stored, with: wanted) else {
        return false
      }
      return Folding.withKey(ofUTF8: stored) { folded, _ in folded.elementsEqual(key) }
    }
  }

  /// False where a spelling surely folds to another first letter than `wanted`: most records of a bucket end here.
  @inline(__always)
  private static func mayBegin(_ first: UInt8, _ stored: UnsafeBufferPointer<UInt8>, with wanted: UInt8) -> Bool {
    switch first {
    // A leading "the" may go.
    case 0x54, 0x74: return true
    case 0x41...0x5A, 0x61...0x7A: return first | 0x20 == wanted
    case 0x30...0x39: return first == wanted
    // Cyrillic, Arabic and Chinese letters stay what they are; other scalars may fold to anything.
    case 0xD0: return wanted >= 0x80 || stored.count < 2 || stored[1] < 0x90
    case 0xD1: return wanted >= 0x80 || stored.count < 2 || stored[1] > 0x8F
    case 0xD8: return wanted >= 0x80 || stored.count < 2 || !(0xA7...0xBA).contains(stored[1])
    case 0xE5...0xE9: return wanted >= 0x80
    default: return true
    }
  }
}
