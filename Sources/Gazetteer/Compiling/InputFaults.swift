/// Lines that could not be used: how many there are, and the first of them.
public struct InputFaults: Sendable {
  /// A line of input that was skipped, and why.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// The file, the line from 1, and the reason as a clause.
    public var path: String
    public var line: Int
    public var reason: String
    public var description: String { "\(path):\(line): \(reason)" }
  }

  /// How many are kept for every file.
  public static let mostKept = 20

  /// The first faults, in the order in which they were found; ``total`` counts the others too.
  public private(set) var first: [Fault] = []
  /// By path, in the order in which the files were read.
  public private(set) var counts: [(path: String, count: Int)] = []

  /// No faults yet.
  public init() {}

  /// How many there are of all kinds.
  public var total: Int { counts.reduce(0) { $0 + $1.count } }

  /// Counts a fault, and keeps it if it is one of the first.
  public mutating func add(path: String, line: Int, reason: String) {
    if let place = counts.firstIndex(where: { $0.path == path }) {
      counts[place].count += 1
      guard counts[place].count <= Self.mostKept else { return }
    } else {
      counts.append((path, 1))
    }
    first.append(Fault(path: path, line: line, reason: reason))
  }
}
