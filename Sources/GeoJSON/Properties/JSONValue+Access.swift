/// Each of these is nil where the value is of another kind.
extension JSONValue {
  /// The truth value; nil where it is something else.
  public var boolValue: Bool? {
    guard case .bool(let bool) = self else { return nil }
    return bool
  }

  /// Of an integer, or of a double without a fraction.
  public var intValue: Int? {
    switch self {
    case .int(let int): int
    case .double(let double): Int(exactly: double)
    default: nil
    }
  }

  /// Of any number; the nearest double, infinite beyond its range.
  public var doubleValue: Double? {
    switch self {
    case .int(let int): Double(int)
    case .double(let double): double
    case .decimal(let digits): Double(digits)
    default: nil
    }
  }

  /// The text; nil where it is something else.
  public var stringValue: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// The elements of an array; nil where it is something else.
  public var arrayValue: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The members of an object in their order; nil where it is something else.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
