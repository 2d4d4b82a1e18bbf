import Coordinates

/// What a distance is written in.
public enum DistanceUnit: String, CaseIterable, Sendable {
  case kilometres = "km"
  case miles = "mi"
  case nauticalMiles = "nmi"
  case metres = "m"

  /// Metres in one.
  public var length: Distance {
    switch self {
    case .kilometres: Distance(kilometres: 1)
    case .miles: Distance(miles: 1)
    case .nauticalMiles: Distance(nauticalMiles: 1)
    case .metres: Distance(metres: 1)
    }
  }

  /// `km`, `kilometer`, `kilometres`, `kms`; `mi`, `miles`; `nmi`, `NM`, `nautical miles`; `m`, `metres`, in any case.
  public init?(parsing text: String) {
    switch text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "." }).joined(separator: " ") {
    case "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers": self = .kilometres
    case "mi", "mile", "miles": self = .miles
    case "nmi", "nm", "nautical mile", "nautical miles": self = .nauticalMiles
    case "m", "metre", "metres", "meter", "meters": self = .metres
    default: return nil
    }
  }
}

extension Distance {
  /// The length as a number of this unit.
  public func value(in unit: DistanceUnit) -> Double { metres / unit.length.metres }

  /// `850 m`, `3.4 km`, `34 km`, `4,126 km`; `0.5 mi`, `120 mi`; `2.5 nmi`: one decimal below ten, whole numbers from there on,
  /// and below one kilometre or a tenth of a nautical mile metres, below a tenth of a mile feet.
  ///
  /// The unit is chosen by the rounded number, so there is no `1000 m` and no `10.0 km`.
  public func formatted(in unit: DistanceUnit = .kilometres) -> String {
    let value = value(in: unit)
    switch unit {
    case .metres: return value.fixed(0, grouped: true) + " m"
    case .kilometres where metres.magnitude < 999.5: return metres.fixed(0) + " m"
    case .nauticalMiles where value.magnitude < 0.095: return metres.fixed(0) + " m"
    case .miles where value.magnitude < 0.095: return (metres / 0.3048).fixed(0) + " ft"
    default: return value.fixed(value.magnitude < 9.95 ? 1 : 0, grouped: true) + " " + unit.rawValue
    }
  }
}

extension Distance {
  /// Reads `30 km`, `18.5mi`, `250 m`, `12 nautical miles`; a number alone is in `unit`.
  /// - Throws: ``DistanceParseError``
  public init(parsing text: String, unit: DistanceUnit = .kilometres) throws(DistanceParseError) {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    let number = scalars.prefix { ("0"..."9").contains($0) || $0 == "." }
    let rest = String(scalars.dropFirst(number.count))
    guard let value = Double(String(number)), value.isFinite else { throw DistanceParseError(text: text) }
    if rest.allSatisfy(\.isWhitespace) {
      self.init(metres: value * unit.length.metres)
    } else if let written = DistanceUnit(parsing: rest) {
      self.init(metres: value * written.length.metres)
    } else {
      throw DistanceParseError(text: text)
    }
  }
}

/// A text that is no distance.
public struct DistanceParseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text that is no distance.
  public var text: String

  /// - Parameter text: what was read.
  public init(text: String) { self.text = text }

  public var description: String {
    "Expected a distance, found '\(text)'. Write a number and km, mi, nmi or m, as in 30 km."
  }
}
