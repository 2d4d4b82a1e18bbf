import DataFiles

/// Where news outlets are at home, by the host of their address: a table written by hand, looked up where an article has an address
/// and says nothing of its outlet's home.
///
/// The table is lines of domain, place and name between tabs, sorted by the domain's bytes; it is searched where it lies.
public struct Outlets: Sendable {
  private let file: MappedFile
  /// Where each line begins.
  private let lines: [UInt32]

  /// The default table; nil where there is none, which is no error.
  public init?(locator: DataFileLocator = .current) {
    guard let path = try? locator.locate("outlets.tsv", variable: "DATELINE_OUTLETS") else { return nil }
    self.init(path: path)
  }

  init?(path: String) {
    guard let file = try? MappedFile(path: path) else { return nil }
    var lines: [UInt32] = []
    file.bytes.withUnsafeBytes { bytes in
      var isHead = true
      for (offset, byte) in bytes.enumerated() {
        if isHead { lines.append(UInt32(truncatingIfNeeded: offset)) }
        isHead = byte == 0x0A
      }
    }
    (self.file, self.lines) = (file, lines)
  }

  /// The home of an outlet as "City, Region, CC".
  /// - Parameter host: "www.seattletimes.com"; of a subdomain that the table lacks, its parent counts.
  public func home(ofHost host: String) -> String? {
    var labels = host.lowercased().split(separator: ".")[...]
    while labels.count >= 2 {
      if let home = place(of: labels.joined(separator: ".")) { return home }
      labels = labels.dropFirst()
    }
    return nil
  }

  private func place(of domain: String) -> String? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      let columns = columns(of: middle)
      if columns.domain == domain { return columns.place }
      if columns.domain.utf8.lexicographicallyPrecedes(domain.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func columns(of line: Int) -> (domain: String, place: String) {
    let start = Int(lines[line])
    let end = line + 1 < lines.count ? Int(lines[line + 1]) : file.bytes.count
    let columns = file.bytes.slice(start, end - start).string().split(separator: "\t", omittingEmptySubsequences: false)
    return columns.count >= 2 ? (String(columns[0]), String(columns[1])) : ("", "")
  }
}
