/// What PROJ refused, with its own words.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The definition names no operation that PROJ can do.
  case badDefinition(String, message: String)
  /// A coordinate that is not on Earth or outside what the projection can show.
  case outsideDomain(x: Double, y: Double, message: String)

  public var description: String {
    switch self {
    case .badDefinition(let definition, let message):
      "PROJ does not take '\(definition)': \(message)"
    case .outsideDomain(let x, let y, let message):
      "\(x),\(y) cannot be projected: \(message)"
    }
  }
}
