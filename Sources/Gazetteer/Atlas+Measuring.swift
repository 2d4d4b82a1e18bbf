import Coordinates

extension Atlas {
  /// How many places all files have together.
  public var count: Int { files.reduce(0) { $0 + $1.count } }

  /// By a number from 0 to the count of the first file - 1, for measuring.
  package func name(ofPlaceNumber number: Int) -> String { files.first?.name(number) ?? "" }
  package func coordinate(ofPlaceNumber number: Int) -> Coordinate {
    files.first?.coordinate(number) ?? Coordinate(longitude: 0, latitude: 0)
  }
}
