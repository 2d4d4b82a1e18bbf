import GeoJSON

/// Fields of a line of JSON that are no part of an article as it is read, for outputs that repeat them.
public enum ArticleFields {
  /// What stands in some fields: texts as they are, all else as its JSON; nothing where a field is missing or null.
  public static func texts(_ names: [String], ofLine line: [UInt8]) -> [String: String] {
    guard let object = try? GeoJSONReader().value(line) else { return [:] }
    var texts: [String: String] = [:]
    for name in names {
      switch object[name] {
      case nil, .null: break
      case .string(let text): texts[name] = text
      case .some(let value): texts[name] = GeoJSONWriter().string(value)
      }
    }
    return texts
  }
}
