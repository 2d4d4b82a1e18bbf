import GeoJSON

/// What one article adds to an output: made on any thread, put together in the order of the articles.
public struct TextFragment: Sendable {
  /// UTF-8; each feature of a collection with its separator before it.
  public internal(set) var bytes: [UInt8] = []
  /// How many features or rows.
  public internal(set) var count = 0
  /// Rows that a profile has no room for.
  public internal(set) var omissions = RowOmissions()
  /// What the box of a collection encloses.
  var geometries: [Geometry] = []

  init(_ text: String = "") { bytes = Array(text.utf8) }
}

/// Rows that a profile of columns leaves out, by the reason.
public struct RowOmissions: Hashable, Sendable {
  /// Known by its country only.
  public var country = 0
  /// Of a sort that the other codebook does not code.
  public var uncoded = 0
  /// Without a day.
  public var undated = 0

  public init() {}

  public var total: Int { country + uncoded + undated }

  public static func += (left: inout RowOmissions, right: RowOmissions) {
    left.country += right.country
    left.uncoded += right.uncoded
    left.undated += right.undated
  }

  /// "3 rows left out: 2 known by their country only, 1 of a type that it does not code"; empty where there are none.
  public var words: String {
    let parts = [
      (country, "known by their country only"), (uncoded, "of a kind that it does not code"),
      (undated, "without a day"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return total == 0 ? "" : "\(total) \(total == 1 ? "row" : "rows") left out: \(parts.joined(separator: ", "))"
  }
}
