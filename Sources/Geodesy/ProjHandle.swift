import CProj

/// A PROJ object and the context in which it lives; the one owner of both.
///
/// A context holds caches and the last error and belongs to one thread at a time. Hence the handle is neither copied nor
/// `Sendable`: the compiler keeps it where it was made. Nothing is shared between two handles but files on disk.
struct ProjHandle: ~Copyable {
  let context: OpaquePointer
  let object: OpaquePointer

  /// - Parameters:
  ///   - definition: what the error shall name.
  ///   - opensDatabase: whether `proj.db` is to be found; opening it costs the first time of a process 5 ms.
  ///   - create: makes the object in a context.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` with what PROJ last said.
  init(
    for definition: String, opensDatabase: Bool = true, create: (OpaquePointer) -> OpaquePointer?
  ) throws(ProjectionError) {
    guard let context = proj_context_create() else {
      throw .badDefinition(definition, message: "no memory for a PROJ context")
    }
    proj_context_set_enable_network(context, 0)
    if opensDatabase {
      if let folder = ProjLibrary.ownData { Self.searchOnly(folder, in: context) }
    } else {
      Self.searchOnly("/dev/null", in: context)
    }
    var messages: [String] = []
    let object = withUnsafeMutablePointer(to: &messages) { messages in
      proj_log_level(context, PJ_LOG_ERROR)
      proj_log_func(context, messages) { messages, _, text in
        guard let messages, let text else { return }
        messages.assumingMemoryBound(to: [String].self).pointee.append(String(cString: text))
      }
      defer {
        proj_log_level(context, PJ_LOG_NONE)
        proj_log_func(context, nil) { _, _, _ in }
      }
      return create(context)
    }
    guard let object else {
      let code = proj_context_errno(context)
      let message = messages.last.map(Self.withoutOrigin) ?? Self.message(of: code, in: context)
      proj_context_destroy(context)
      throw .badDefinition(definition, message: message)
    }
    self.context = context
    self.object = object
  }

  /// From a code, a PROJ string, WKT, PROJJSON or a name.
  /// - Parameter asCRS: that a PROJ string means a reference system, whether it says so or not.
  init(definition: String, asCRS: Bool = false) throws(ProjectionError) {
    guard !definition.unicodeScalars.contains("\0") else {
      throw .badDefinition(definition, message: "it contains a NUL character")
    }
    let text = asCRS ? Self.asReferenceSystem(definition) : definition
    if Self.standsAlone(text),
      let handle = try? ProjHandle(for: definition, opensDatabase: false, create: { proj_create($0, text) })
    {
      self = handle
    } else {
      self = try ProjHandle(for: definition) { proj_create($0, text) }
    }
  }

  /// A PROJ string is an operation until it says `+type=crs`.
  static func asReferenceSystem(_ definition: String) -> String {
    let isOperation =
      definition.contains("proj=") && !["type=crs", "pipeline", "[", "{"].contains { definition.contains($0) }
    return isOperation ? definition + " +type=crs" : definition
  }

  deinit {
    proj_destroy(object)
    proj_context_destroy(context)
  }

  func message(of code: Int32) -> String { Self.message(of: code, in: context) }

  private static func message(of code: Int32, in context: OpaquePointer) -> String {
    guard code != 0, let text = proj_context_errno_string(context, code) else { return "no reason given" }
    return String(cString: text)
  }

  /// Where PROJ shall look for `proj.db` and grids. `proj_create` looks for the database even where the string needs nothing from
  /// it: a path on which nothing can stand spares that.
  private static func searchOnly(_ path: String, in context: OpaquePointer) {
    path.withCString { path in
      var paths: [UnsafePointer<CChar>?] = [path]
      proj_context_set_search_paths(context, 1, &paths)
    }
  }

  /// Whether a PROJ string refers to nothing in `proj.db` and to no grid beside it.
  private static func standsAlone(_ definition: String) -> Bool {
    guard definition.contains("proj=") else { return false }
    return !["init=", "type=crs", "grids", "file=", "model", "tinshift", "{", "["].contains { definition.contains($0) }
  }

  /// PROJ begins its messages with the name of its function.
  private static func withoutOrigin(_ message: String) -> String {
    var text = message[...]
    if let colon = text.firstRange(of: ": "), !text[..<colon.lowerBound].contains(" ") {
      text = text[colon.upperBound...]
    }
    while text.last == "." { text.removeLast() }
    return String(text)
  }
}
