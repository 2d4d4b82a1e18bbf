import GeoJSON

/// A house's own colours, fonts and sizes, laid over a theme.
///
///     {"colours": {"sea": "#d5e3ea", "strike": "#9b1c1c"}, "font": "Georgia, serif", "sizes": {"title": 24}}
///
/// `colours` are for the light theme; `colours-dark` and `colours-print` for the others, so that a light house is readable at night.
/// Sizes are pixels on a sheet of 800; on others they grow and shrink with the rest. Layout is measured by the widths of Arial: names in
/// a much wider face may touch.
public struct MapStyle: Hashable, Sendable {
  /// By theme and by the names in ``MapTheme``, as `#rrggbb`.
  private(set) var colours: [MapOptions.Theme: [String: String]] = [:]
  private(set) var font: String?
  private(set) var sizes: [String: Double] = [:]

  /// The style of Dateline itself: nothing is laid over the themes.
  public init() {}

  /// - Parameter json: the parsed file.
  public init(_ json: JSONValue) throws(MapStyleError) {
    for member in try Self.members(json, at: "the style") {
      switch member.key {
      case "colours", "colors":
        for colour in try Self.members(member.value, at: member.key) { try add(colour, to: .light, at: member.key) }
      case "colours-dark", "colors-dark":
        for colour in try Self.members(member.value, at: member.key) { try add(colour, to: .dark, at: member.key) }
      case "colours-print", "colors-print":
        for colour in try Self.members(member.value, at: member.key) { try add(colour, to: .print, at: member.key) }
      case "font":
        guard case .string(let families) = member.value, Self.isFontList(families) else {
          throw .badValue(path: "font", expected: "names of fonts with commas between them")
        }
        font = families.split(separator: "\"").joined(separator: "'")
      case "sizes":
        for size in try Self.members(member.value, at: "sizes") {
          let path = "sizes.\(size.key)"
          guard TypeSizes.names[size.key] != nil else {
            throw .unknownKey(path: path, known: TypeSizes.names.keys.sorted())
          }
          guard let pixels = size.value.number, pixels >= 4, pixels <= 120 else {
            throw .badValue(path: path, expected: "a number of pixels from 4 to 120")
          }
          sizes[size.key] = pixels
        }
      default:
        throw .unknownKey(path: member.key, known: ["colours", "colours-dark", "colours-print", "font", "sizes"])
      }
    }
  }

  private mutating func add(_ colour: JSONValue.Member, to theme: MapOptions.Theme, at parent: String)
    throws(MapStyleError)
  {
    let path = "\(parent).\(colour.key)"
    guard MapTheme.names[colour.key] != nil || SymbolFamily(rawValue: colour.key) != nil else {
      throw .unknownKey(
        path: path, known: MapTheme.names.keys.sorted() + SymbolFamily.allCases.map(\.rawValue))
    }
    guard case .string(let text) = colour.value, let literal = HexColour(text) else {
      throw .badValue(path: path, expected: "a colour such as \"#d5e3ea\"")
    }
    colours[theme, default: [:]][colour.key] = literal.text
  }

  private static func members(_ json: JSONValue, at path: String) throws(MapStyleError) -> [JSONValue.Member] {
    guard case .object(let members) = json else { throw .badValue(path: path, expected: "an object") }
    return members
  }

  private static func isFontList(_ text: String) -> Bool {
    !text.isEmpty && text.count < 200
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789 ,-'\"".unicodeScalars.contains($0) }
  }
}

/// What is wrong with a style file, with the path of the member.
public enum MapStyleError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownKey(path: String, known: [String])
  case badValue(path: String, expected: String)

  public var description: String {
    switch self {
    case .unknownKey(let path, let known):
      "'\(path)' is nothing that a style can set; there are: \(known.joined(separator: ", "))"
    case .badValue(let path, let expected): "'\(path)' should be \(expected)"
    }
  }
}

/// A colour as `#rrggbb` in small letters.
struct HexColour: Hashable, Sendable {
  let text: String

  /// - Parameter text: `#rgb` or `#rrggbb`, as CSS and simplestyle write them; the `#` may be missing.
  init?(_ text: String) {
    var digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.count == 3 || digits.count == 6, digits.utf8.count == digits.count,
      digits.allSatisfy(\.isHexDigit)
    else { return nil }
    if digits.count == 3 { digits = digits.reduce(into: "") { $0 += "\($1)\($1)" }[...] }
    self.text = "#" + digits.lowercased()
  }
}

extension JSONValue {
  /// The value of a number.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value.isFinite ? value : nil
    default: nil
    }
  }

  /// The value of a string.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
