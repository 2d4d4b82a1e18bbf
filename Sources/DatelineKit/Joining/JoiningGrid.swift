import Coordinates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds what is near in place and time: cubes of space, four windows wide, and spans of days as wide as the window.
///
/// Space is earth-centred, so neither poles nor the antimeridian are special; a chord is never longer than its geodesic.
struct JoiningGrid {
  private struct Key: Hashable {
    var x: Int32
    var y: Int32
    var z: Int32
    /// The number of the span; of a month or year a number of its own.
    var span: Int
  }

  private var cells: [Key: [Int32]] = [:]
  private let reach: Double
  private let width: Double
  private let days: Int

  /// - Parameters:
  ///   - metres: how far apart what is wanted may be.
  ///   - days: how many days apart.
  init(metres: Double, days: Int) {
    reach = metres
    width = max(metres, 1_000) * 4
    self.days = days
  }

  mutating func add(_ number: Int32, at site: Coordinate, _ time: IncidentRecord.Time) {
    let point = EarthVector(site)
    for span in spans(of: time, widened: 0) {
      cells[Key(x: cell(point.x), y: cell(point.y), z: cell(point.z), span: span), default: []].append(number)
    }
  }

  /// Calls `body` with what may be near, perhaps more than once.
  func visit(near site: Coordinate, _ time: IncidentRecord.Time, _ body: (Int32) -> Void) {
    let point = EarthVector(site)
    let spans = spans(of: time, widened: days)
    for x in cell(point.x - reach)...cell(point.x + reach) {
      for y in cell(point.y - reach)...cell(point.y + reach) {
        for z in cell(point.z - reach)...cell(point.z + reach) {
          for span in spans { cells[Key(x: x, y: y, z: z, span: span)]?.forEach(body) }
        }
      }
    }
  }

  private func cell(_ metres: Double) -> Int32 { Int32((metres / width).rounded(.down)) }

  private func spans(of time: IncidentRecord.Time, widened: Int) -> [Int] {
    let length = days + 1
    switch time {
    case .unknown: return []
    case .days(let range):
      return Array(Self.floor(range.lowerBound - widened, length)...Self.floor(range.upperBound + widened, length))
    case .range(let range):
      // Far from the numbers of days.
      return [1 << 40 + range.lowerBound << 22 + range.count]
    }
  }

  private static func floor(_ number: Int, _ length: Int) -> Int {
    number >= 0 ? number / length : -((-number + length - 1) / length)
  }
}
