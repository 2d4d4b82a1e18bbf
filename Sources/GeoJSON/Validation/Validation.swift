/// A look at the objects of one text, and the faults found there.
struct Validation {
  enum Step {
    case key(String)
    case index(Int)
  }

  let maximumDecimals: Int
  var record: Int?
  private(set) var faults: [GeoJSONFault] = []
  private var path: [Step] = []
  private var ids: Set<JSONValue> = []
  /// Most ids that are numbers.
  private var wholeIDs: Set<Int> = []
  /// Of all positions of the collection.
  var content = BoundsAccumulator()

  init(maximumDecimals: Int) { self.maximumDecimals = maximumDecimals }

  /// Hands over the faults found so far.
  mutating func takeFaults() -> [GeoJSONFault] {
    defer { faults.removeAll() }
    return faults
  }

  mutating func report(_ rule: GeoJSONRule, at offset: Int, found: String? = nil) {
    let pointer = path.reduce(into: "") { pointer, step in
      switch step {
      case .key(let key): pointer += PointerFinder.token(key)
      case .index(let index): pointer += "/\(index)"
      }
    }
    faults.append(GeoJSONFault(rule, pointer: pointer, offset: offset, record: record, found: found))
  }

  /// A fault of the text, whose place is known.
  mutating func report(_ fault: GeoJSONFault) {
    var fault = fault
    fault.record = record
    faults.append(fault)
  }

  mutating func report(_ rule: GeoJSONRule, in member: JSONNode.Member, found: String? = nil) {
    within(.key(member.key)) { $0.report(rule, at: member.offset, found: found) }
  }

  mutating func within<Result>(_ step: Step, _ body: (inout Validation) -> Result) -> Result {
    path.append(step)
    defer { path.removeLast() }
    return body(&self)
  }

  /// Reports an id that came before.
  mutating func note(_ id: JSONValue, in member: JSONNode.Member) {
    let isNew = if case .int(let number) = id { wholeIDs.insert(number).inserted } else { ids.insert(id).inserted }
    if !isNew { report(.duplicateID, in: member) }
  }
}
