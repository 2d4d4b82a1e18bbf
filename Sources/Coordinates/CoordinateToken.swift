/// The smallest parts of a written coordinate.
enum CoordinateToken: Hashable {
  /// What a letter or a word tells about the number beside it.
  enum Side: Hashable {
    case north, south, east, west
    /// `lat`, `lon`: the axis, but not the side.
    case latitude, longitude

    var axis: CoordinateParseError.Axis {
      switch self {
      case .north, .south, .latitude: .latitude
      case .east, .west, .longitude: .longitude
      }
    }

    /// Whether the side is told too, and which way it counts.
    var sign: Double? {
      switch self {
      case .north, .east: 1
      case .south, .west: -1
      case .latitude, .longitude: nil
      }
    }
  }

  /// `wholeDigits` are those before the full stop.
  case number(Double, wholeDigits: Int, hasFraction: Bool)
  case plus, minus
  case degrees, minutes, seconds
  /// A colon, or a hyphen between two digits: the next number is of the next smaller unit.
  case next
  case comma
  case side(Side)

  /// - Throws: ``CoordinateParseError/unexpected(_:in:)``
  static func split(_ text: String) throws(CoordinateParseError) -> [CoordinateToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [CoordinateToken] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace || ignored.contains(scalar) {
        place += 1
      } else if isDigit(scalar) || (scalar == "." && isDigit(scalars.dropFirst(place + 1).first)) {
        let end = endOfNumber(scalars, from: place)
        let digits = scalars[place..<end]
        guard let value = Double(String(String.UnicodeScalarView(digits))) else {
          throw .unexpected(String(String.UnicodeScalarView(digits)), in: text)
        }
        let whole = digits.prefix(while: isDigit)
        tokens.append(.number(value, wholeDigits: whole.count, hasFraction: whole.count < digits.count))
        place = end
      } else if isLetter(scalar) {
        let word = String(String.UnicodeScalarView(scalars[place...].prefix(while: isLetter)))
        guard let token = words[word.lowercased()] else { throw .unexpected(word, in: text) }
        tokens.append(token)
        place += word.unicodeScalars.count
        // As in `lat: 32.65`, `N. 32`
        if place < scalars.count, [":", "=", "."].contains(scalars[place]),
          !isDigit(scalars.dropFirst(place + 1).first),
          token != .degrees
        {
          place += 1
        }
      } else if scalar == "-", place > 0, isDigit(scalars[place - 1]), isDigit(scalars.dropFirst(place + 1).first) {
        tokens.append(.next)
        place += 1
      } else if let token = signs[scalar] {
        if token == .minutes, tokens.last == .minutes, place > 0, signs[scalars[place - 1]] == .minutes {
          tokens[tokens.count - 1] = .seconds
        } else {
          tokens.append(token)
        }
        place += 1
      } else {
        throw .unexpected(String(Character(scalar)), in: text)
      }
    }
    return tokens
  }

  /// Digits, a fraction, and an exponent as Swift writes small numbers (`1e-05`; the sign tells it from east).
  private static func endOfNumber(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count, isDigit(scalars[end]) { end += 1 }
    if end < scalars.count, scalars[end] == "." {
      end += 1
      while end < scalars.count, isDigit(scalars[end]) { end += 1 }
    }
    if end + 2 < scalars.count, scalars[end] == "e", scalars[end + 1] == "-", isDigit(scalars[end + 2]) {
      end += 2
      while end < scalars.count, isDigit(scalars[end]) { end += 1 }
    }
    return end
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar >= "0" && scalar <= "9"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && signs[scalar] == nil
  }

  private static let words: [String: CoordinateToken] = [
    "n": .side(.north), "north": .side(.north), "s": .side(.south), "south": .side(.south),
    "e": .side(.east), "east": .side(.east), "w": .side(.west), "west": .side(.west),
    "lat": .side(.latitude), "latitude": .side(.latitude),
    "lon": .side(.longitude), "long": .side(.longitude), "lng": .side(.longitude), "longitude": .side(.longitude),
    "d": .degrees, "deg": .degrees, "degrees": .degrees,
  ]

  private static let signs: [Unicode.Scalar: CoordinateToken] = [
    "+": .plus, "-": .minus, "\u{2212}": .minus, "\u{2013}": .minus,
    "°": .degrees, "º": .degrees, "˚": .degrees, "∘": .degrees,
    "′": .minutes, "'": .minutes, "’": .minutes, "‘": .minutes, "ʹ": .minutes, "´": .minutes, "`": .minutes,
    "″": .seconds, "\"": .seconds, "”": .seconds, "“": .seconds, "ʺ": .seconds,
    ":": .next, ",": .comma, ";": .comma, "/": .comma,
  ]

  /// Brackets and marks of direction around a coordinate.
  private static let ignored: Set<Unicode.Scalar> = ["(", ")", "[", "]", "\u{200E}", "\u{200F}", "\u{FEFF}"]
}
