import DatelineKit
import Formats
import GeoJSON

/// Reads what `dateline incidents` wrote, whatever the layout.
struct MergeReader {
  private(set) var merge = IncidentMerge()
  /// What the first collection that was read says of its places.
  private(set) var members: [JSONValue.Member] = []
  private(set) var hasFailed = false

  private static let endings = [".ndjson", ".jsonl", ".json", ".geojson", ".geojsonl", ".geojsonseq"]

  /// A file, or the files of a folder with one of the endings, in the order of their paths.
  mutating func read(_ path: String) {
    guard path != "-", FolderWalk.kind(of: path) == .folder else { return readFile(path) }
    do throws(ArticleError) {
      var walk = try FolderWalk(path: path)
      while let file = try walk.next() {
        if Self.endings.contains(where: { file.hasSuffix($0) }) { readFile(file) }
      }
    } catch {
      complain("\(error)", path: path)
    }
  }

  private mutating func readFile(_ path: String) {
    do {
      let source = try ByteSource(path: path)
      // Trees have no type: what begins otherwise is GeoJSON.
      var head = [UInt8](repeating: 0, count: 1 << 16)
      let count = try head.withUnsafeMutableBytes { try source.read(into: $0) }
      head.removeLast(head.count - count)
      if Self.isTree(head) { try readTrees(source, head) } else { try readFeatures(source, head) }
    } catch {
      complain("\(error)", path: path)
    }
  }

  /// Whether the first object's first member is an id rather than a type.
  private static func isTree(_ head: [UInt8]) -> Bool {
    let start = head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard start.first == 0x7B else { return false }
    return start.dropFirst().drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.starts(with: Array("\"id\"".utf8))
      && !start.prefix { $0 != 0x0A }.contains(subsequence: Array("\"geometry\"".utf8))
  }

  private mutating func readTrees(_ source: ByteSource, _ head: [UInt8]) throws {
    var rest = head
    var number = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    while true {
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        number += 1
        add(tree: Array(rest[start..<end]), "\(source.name):\(number)")
        start = end + 1
      }
      rest.removeFirst(start)
      let count = try source.read(into: block)
      guard count > 0 else { break }
      rest.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
    add(tree: rest, "\(source.name):\(number + 1)")
  }

  private mutating func add(tree line: [UInt8], _ place: String) {
    guard line.contains(where: { $0 > 0x20 }) else { return }
    do { try merge.add(tree: GeoJSONReader().value(line)) } catch { complain("\(place): \(error)", path: nil) }
  }

  private mutating func readFeatures(_ source: ByteSource, _ head: [UInt8]) throws {
    var given = 0
    var features = FeatureReader { buffer in
      guard given < head.count else { return try source.read(into: buffer) }
      let next = head[given...].prefix(buffer.count)
      buffer.copyBytes(from: next)
      given += next.count
      return next.count
    }
    var number = 0
    while true {
      number += 1
      do {
        guard let feature = try features.next() else { break }
        try merge.add(feature)
      } catch let fault as GeoJSONFault where features.layout != .document {
        complain("\(source.name): record \(features.record): \(fault)", path: nil)
      } catch let fault as ToldIncidentFault {
        complain("\(source.name): feature \(number): \(fault)", path: nil)
      }
    }
    if members.isEmpty {
      members = features.collection.foreignMembers.filter { ["attribution", "licences"].contains($0.key) }
    }
  }

  private mutating func complain(_ message: String, path: String?) {
    hasFailed = true
    Console.complain(path.map { message.hasPrefix($0) ? message : "\($0): \(message)" } ?? message)
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand in it one behind another.
  fileprivate func contains(subsequence wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains { self[$0] == first && self[$0...].starts(with: wanted) }
  }
}
