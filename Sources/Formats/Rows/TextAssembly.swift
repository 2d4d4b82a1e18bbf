import Coordinates
import GeoJSON

/// Puts fragments together in their order: head, fragments, tail. What it has to know for going on another time is its
/// ``state``.
public struct TextAssembly {
  private let head: [UInt8]
  private let tail: (Bounds?) -> [UInt8]
  private let separatorLength: Int
  private var isBegun = false
  private var count = 0
  private var bounds = BoundsAccumulator()

  /// - Parameter separatorLength: how much longer the separator of later features is than that of the first.
  init(head: [UInt8], separatorLength: Int, tail: @escaping (Bounds?) -> [UInt8]) {
    self.head = head
    self.separatorLength = separatorLength
    self.tail = tail
  }

  public mutating func add(_ fragment: TextFragment, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try begin(sink)
    for geometry in fragment.geometries { bounds.add(geometry) }
    let skipped = count == 0 && fragment.count > 0 ? separatorLength : 0
    count += fragment.count
    try fragment.bytes.withUnsafeBytes { try sink(UnsafeRawBufferPointer(rebasing: $0.dropFirst(skipped))) }
  }

  public mutating func finish(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try begin(sink)
    try tail(bounds.bounds).withUnsafeBytes(sink)
  }

  private mutating func begin(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard !isBegun else { return }
    isBegun = true
    try head.withUnsafeBytes(sink)
  }

  /// `{"begun", "count", "bounds"}`
  public var state: JSONValue {
    .object([
      JSONValue.Member("begun", .bool(isBegun)), JSONValue.Member("count", .int(count)),
      JSONValue.Member("bounds", bounds.state),
    ])
  }

  /// Goes on where another stood; false where it is no state.
  public mutating func resume(_ state: JSONValue) -> Bool {
    guard let begun = state["begun"]?.boolValue, let count = state["count"]?.intValue,
      let bounds = state["bounds"].flatMap({ BoundsAccumulator(state: $0) })
    else { return false }
    (isBegun, self.count, self.bounds) = (begun, count, bounds)
    return true
  }
}
