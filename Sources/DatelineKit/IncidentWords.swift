import Geodesy
import Incidents
import Language

extension Incident {
  /// "Air strike near Qahjaverestan"
  public var title: String {
    sites.first.map { title(at: $0) } ?? type.title
  }

  /// The title as it reads for one of several sites.
  public func title(at site: IncidentSite) -> String { "\(headword) \(site.phrase)" }

  /// The type, with what keeps it from having happened: "Planned military operation".
  private var headword: String {
    switch modality {
    case .occurred, .ongoing: type.title
    default: "\(modality.rawValue.prefix(1).uppercased())\(modality.rawValue.dropFirst()) \(type.title.lowercased())"
    }
  }

  /// "19 Apr 2024 · suspected: Israel · 7 killed"
  public var summary: String {
    var parts: [String] = []
    if let words = date.words { parts.append(words) }
    let doers = actors.filter { $0.role == .perpetrator }.map(\.text).joined(separator: ", ")
    if !doers.isEmpty {
      parts.append(attribution == .fact || attribution == .unknown ? doers : "\(attribution.rawValue): \(doers)")
    }
    for (count, word) in [
      (casualties.killed, "killed"), (casualties.injured, "injured"), (casualties.missing, "missing"),
    ] {
      if let count { parts.append("\(count.words) \(word)") }
    }
    return parts.joined(separator: " · ")
  }
}

extension IncidentSite {
  /// The name as the article spells it; the gazetteer's where the article shouts or abbreviates.
  public var label: String {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.contains { $0.properties.isLowercase } ? text : name
  }

  /// "near Qahjaverestan", "30 km north-east of X", "Israel"
  public var phrase: String {
    switch relation.kind {
    case .within: "in \(label)"
    case .near: "near \(label)"
    case .outside: "outside \(label)"
    case .toward: "toward \(label)"
    case .offCoast: "off \(label)"
    case .border: "on the border of \(label)"
    case .between: "near \(label)"
    case .road: "on the road to \(label)"
    case .offset:
      [
        relation.distance.map { "\(Int($0.kilometres.rounded())) km" },
        relation.bearing.map { CompassPoint(nearest: $0).abbreviation }, "of \(label)",
      ].compactMap { $0 }.joined(separator: " ")
    }
  }
}

extension IncidentDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// "19 Apr 2024", "13–14 Apr 2024", "Apr 2024", "2011"; nil where no day is known.
  public var words: String? {
    guard let start else { return nil }
    func month(_ date: CalendarDate) -> String { Self.months[date.month - 1] }
    func day(_ date: CalendarDate) -> String { "\(date.day) \(month(date)) \(date.year)" }
    switch precision {
    case .year: return String(start.year)
    case .month: return "\(month(start)) \(start.year)"
    case .day, .week, .unknown:
      guard let end, end != start else { return end == nil ? "since \(day(start))" : day(start) }
      if end.year != start.year { return "\(day(start)) – \(day(end))" }
      return end.month == start.month ? "\(start.day)–\(day(end))" : "\(start.day) \(month(start)) – \(day(end))"
    }
  }
}

extension Casualties.Count {
  /// "7", "at least 12", "3–5"
  var words: String {
    guard let max else { return "at least \(min)" }
    return max == min ? String(min) : "\(min)–\(max)"
  }
}
