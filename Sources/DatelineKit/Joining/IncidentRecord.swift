import Coordinates
import Incidents
import Language

/// What joining has to know of an incident that an article tells.
public struct IncidentRecord: Sendable {
  /// A place where it happened, no worse known than by a province.
  public struct Site: Sendable, Hashable {
    public var coordinate: Coordinate
    /// The same text for the same place: a gazetteer's name for it with its id there.
    public var key: String

    public init(coordinate: Coordinate, key: String) {
      self.coordinate = coordinate
      self.key = key
    }
  }

  /// When: days that are known, or a month or year.
  public enum Time: Sendable, Hashable {
    case days(ClosedRange<Int>)
    /// Joined only with the same range: what "in April" tells is not what happened on a day of it.
    case range(ClosedRange<Int>)
    case unknown
  }

  /// Sorts incidents the same way whatever the order in which they came.
  public var id: String
  public var article: String
  public var type: IncidentType
  public var time: Time
  public var sites: [Site]

  public init(
    id: String, article: String, type: IncidentType, start: CalendarDate?, end: CalendarDate?,
    precision: IncidentDate.Precision, sites: [Site]
  ) {
    self.id = id
    self.article = article
    self.type = type
    self.sites = sites
    guard let start else {
      time = .unknown
      return
    }
    let first = start.dayNumber
    let days = first...max(first, end?.dayNumber ?? first)
    time = precision == .month || precision == .year || days.count > Self.longestSpan ? .range(days) : .days(days)
  }

  /// Days since 1970-01-01; of what has no day more than any other.
  package var firstDay: Int {
    switch time {
    case .days(let range), .range(let range): range.lowerBound
    case .unknown: .max
    }
  }

  /// What lasts longer, in days, is joined only with what has the same first and last day.
  static let longestSpan = 31
}

extension IncidentType {
  /// Whether two articles may tell one event under these types: the same, of one family, or of two families that news takes for each
  /// other. What belongs to no family in particular is only itself.
  package func isKin(to other: IncidentType) -> Bool {
    if self == other { return true }
    let (own, foreign) = (family, other.family)
    if own == foreign { return own != .other }
    return Self.kin.contains { $0 == [own, foreign] } || Self.kinTypes.contains { $0.isSuperset(of: [self, other]) }
  }

  /// A strike, a blast and an attack are often one.
  private static let kin: [Set<Family>] = [[.strike, .explosion], [.strike, .violence], [.explosion, .violence]]
  private static let kinTypes: [Set<IncidentType>] = [
    [.wildfire, .fire], [.explosion, .industrialAccident], [.explosion, .fire], [.flood, .collapse],
    [.militaryOperation, .airStrike], [.militaryOperation, .shelling], [.militaryOperation, .clash],
    [.riot, .clash], [.riot, .attack], [.crime, .attack], [.spill, .transportAccident],
  ]
}
