/// What PROJ refused, with its own words and what to do.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The definition names nothing that PROJ knows, or not what was asked for.
  case badDefinition(String, message: String)
  /// A coordinate that is not on Earth or outside what the projection can show.
  case outsideDomain(x: Double, y: Double, message: String)

  public var description: String {
    switch self {
    case .badDefinition(let definition, let message):
      "PROJ does not take '\(definition)': \(message). Write a code such as EPSG:3857, a PROJ string such as +proj=robin, or WKT."
    case .outsideDomain(let x, let y, let message):
      "\(x),\(y) cannot be projected: \(message)"
    }
  }
}
