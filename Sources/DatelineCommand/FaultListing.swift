import GeoJSON

/// How faults are written, file by file.
protocol FaultListing {
  mutating func begin(_ file: ValidatedFile) throws
  mutating func add(_ fault: GeoJSONFault, of file: ValidatedFile) throws
  /// Comes also for a file that could not be opened, and then without a beginning.
  mutating func end(_ file: ValidatedFile) throws
  mutating func finish() throws
}

/// For people: a line a file, and a table of its faults.
struct FaultTable: FaultListing {
  let limit: Int
  let quiet: Bool
  let output: TextOutput
  private var faults: [GeoJSONFault] = []

  init(limit: Int, quiet: Bool, to output: TextOutput) {
    self.limit = limit
    self.quiet = quiet
    self.output = output
  }

  mutating func begin(_ file: ValidatedFile) { faults = [] }

  mutating func add(_ fault: GeoJSONFault, of file: ValidatedFile) {
    if faults.count < limit { faults.append(fault) }
  }

  mutating func end(_ file: ValidatedFile) throws {
    // A file that could not be opened had no beginning.
    defer { faults = [] }
    guard file.errors + file.warnings > 0 else {
      if file.failure == nil, !quiet { try output.write("\(file.name): valid\n") }
      return
    }
    let verdict = file.errors > 0 ? "not valid" : "valid"
    let hasRecords = faults.contains { $0.record != nil }
    var table = Table(
      header: (hasRecords ? ["TEXT"] : []) + ["", "RULE", "PLACE", "BYTE", "FOUND"], numeric: hasRecords ? [0, 4] : [3])
    for fault in faults {
      table.add(
        (hasRecords ? [fault.record.map { "\($0)" } ?? ""] : [])
          + [
            fault.rule.severity.rawValue, fault.rule.rawValue, fault.pointer.isEmpty ? "(the text)" : fault.pointer,
            "\(fault.offset)", fault.found ?? "",
          ].map(Console.printable))
    }
    var text = "\(file.name): \(verdict), \(file.summary)\n"
    if !faults.isEmpty { text += table.text + "\n" }
    for rule in GeoJSONRule.allCases where faults.contains(where: { $0.rule == rule }) {
      text += "\(rule.rawValue): \(rule.complaint). \(rule.remedy) (\(rule.section))\n"
    }
    let rest = file.errors + file.warnings - faults.count
    if rest > 0 { text += "and \(rest) more; --limit shows them, --format ndjson lists them all\n" }
    try output.write(text)
  }

  mutating func finish() {}
}

/// An object a fault.
struct FaultLines: FaultListing {
  let output: TextOutput

  mutating func begin(_ file: ValidatedFile) {}

  mutating func add(_ fault: GeoJSONFault, of file: ValidatedFile) throws {
    let members = [JSONValue.Member("file", .string(file.path))] + fault.members
    try output.write(GeoJSONWriter().string(.object(members)) + "\n")
  }

  mutating func end(_ file: ValidatedFile) throws {
    guard let failure = file.failure else { return }
    try output.write(
      GeoJSONWriter().string(
        .object([JSONValue.Member("file", .string(file.path)), JSONValue.Member("error", .string(failure))])) + "\n")
  }

  mutating func finish() {}
}

/// One object with all files, written as they are read.
struct FaultDocument: FaultListing {
  let output: TextOutput
  private var fileCount = 0
  private var hasBegun = false
  private var faultCount = 0

  init(to output: TextOutput) { self.output = output }

  mutating func begin(_ file: ValidatedFile) throws {
    try output.write(fileCount == 0 ? "{\"files\":[\n" : ",\n")
    let name = GeoJSONWriter().string(JSONValue.string(file.path))
    try output.write("{\"file\":\(name),\"faults\":[")
    (hasBegun, faultCount) = (true, 0)
    fileCount += 1
  }

  mutating func add(_ fault: GeoJSONFault, of file: ValidatedFile) throws {
    try output.write((faultCount == 0 ? "\n" : ",\n") + GeoJSONWriter().string(.object(fault.members)))
    faultCount += 1
  }

  mutating func end(_ file: ValidatedFile) throws {
    if !hasBegun { try begin(file) }
    let members: [(String, JSONValue)] = [
      ("errors", .int(file.errors)), ("warnings", .int(file.warnings)), ("valid", .bool(file.isValid)),
      ("error", .optional(file.failure)),
    ]
    let text = members.map { "\"\($0.0)\":\(GeoJSONWriter().string($0.1))" }.joined(separator: ",")
    try output.write("],\(text)}")
    hasBegun = false
  }

  mutating func finish() throws { try output.write(fileCount == 0 ? "{\"files\":[]}\n" : "\n]}\n") }
}

extension GeoJSONFault {
  /// As machines read it.
  fileprivate var members: [JSONValue.Member] {
    [
      JSONValue.Member("severity", .string(rule.severity.rawValue)), JSONValue.Member("rule", .string(rule.rawValue)),
      JSONValue.Member("pointer", .string(pointer)), JSONValue.Member("byte", .int(offset)),
      JSONValue.Member("record", .optional(record)), JSONValue.Member("complaint", .string(rule.complaint)),
      JSONValue.Member("found", .optional(found)), JSONValue.Member("remedy", .string(rule.remedy)),
      JSONValue.Member("section", .string(rule.section)),
    ]
  }
}
