/// What is wrong with a text that should be a coordinate, and how to write it.
public enum CoordinateParseError: Error, Hashable, Sendable {
  /// Which half of a coordinate.
  public enum Axis: String, Sendable {
    case longitude, latitude
  }

  /// Nothing but white space.
  case empty
  /// Characters that no coordinate has.
  case unexpected(String, in: String)
  /// Not one longitude and one latitude.
  case wrongCount(Int, in: String)
  /// Degrees and minutes, with nothing to say which is north or south and which east or west.
  case hemisphereMissing(in: String)
  /// Two latitudes or two longitudes.
  case twice(Axis, in: String)
  /// `-32 S`: a sign and a letter that both tell the side.
  case signAndHemisphere(in: String)
  /// Minutes or seconds of 60 and more, a fraction before the last part, or more than three parts.
  case notSexagesimal(in: String)
  /// No such longitude or latitude on Earth.
  case outOfRange(Axis, Double, in: String)
}

extension CoordinateParseError: CustomStringConvertible {
  /// Expected, found, and what to write.
  public var description: String {
    switch self {
    case .empty:
      "Expected a coordinate, found nothing. \(Self.remedy)"
    case .unexpected(let found, let text):
      "Expected a coordinate, found '\(found)' in '\(text)'. \(Self.remedy)"
    case .wrongCount(let count, let text):
      "Expected a longitude and a latitude, found \(Self.numbers(count)) in '\(text)'. \(Self.remedy)"
    case .hemisphereMissing(let text):
      "Expected N or S and E or W beside the degrees, found none in '\(text)'. \(Self.remedy)"
    case .twice(let axis, let text):
      "Expected a longitude and a latitude, found two \(axis.rawValue)s in '\(text)'. \(Self.remedy)"
    case .signAndHemisphere(let text):
      "Expected a sign or one of N, S, E, W, found both in '\(text)'. Write 58.4W or -58.4, not both."
    case .notSexagesimal(let text):
      "Expected degrees, minutes and seconds below 60, only the last with a fraction, found '\(text)'. \(Self.remedy)"
    case .outOfRange(.latitude, let value, let text) where value.magnitude <= 180:
      "Expected a latitude of -90 to 90, found \(value) in '\(text)'. Longitude comes first: write 151.2,-33.9 for Sydney."
    case .outOfRange(let axis, let value, let text):
      "Expected a \(axis.rawValue) of \(axis == .latitude ? "-90 to 90" : "-180 to 180"), found \(value) in '\(text)'. \(Self.remedy)"
    }
  }

  private static let remedy = "Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."

  private static func numbers(_ count: Int) -> String { count == 1 ? "one number" : "\(count) numbers" }
}
