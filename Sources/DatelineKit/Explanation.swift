import Incidents
import Language
import Toponyms

/// Why a report says what it says, for people: a block for each incident, then what was left out.
public struct Explanation: Sendable {
  /// A reason, under the word that says what it is for: `words`, `site`, `date`, `who`, `event`, `place`.
  public struct Reason: Hashable, Sendable {
    /// The word that says what the reason is for.
    public var label: String
    /// Without control characters; it quotes the article.
    public var text: String
  }

  private let report: Report
  /// For each sentence the words that tell of events.
  public let eventWords: [[EventWord]]

  init(_ report: Report, eventWords: [[EventWord]]) {
    self.report = report
    self.eventWords = eventWords
  }

  /// Lines, each with its end. Nothing of the article that a terminal could take for a command stands in them.
  public var text: String {
    let blocks = report.incidents.indices.map { index in
      let incident = report.incidents[index]
      let head =
        "\(report.id(ofIncident: index)): \(incident.type.rawValue), \(incident.modality.rawValue), \(share(incident.confidence))"
      return Self.plain(head) + "\n" + reasons(forIncident: index).map(line).joined()
    }
    let rest = leftOut
    return blocks.joined()
      + (rest.isEmpty ? "" : "\(report.article.id): left out\n\(rest.map(line).joined())")
  }

  private func line(_ reason: Reason) -> String {
    "  \(reason.label)\(String(repeating: " ", count: max(1, 7 - reason.label.count)))\(reason.text)\n"
  }

  // MARK: Incidents

  /// Why an incident is there: the words that tell it, its sites, its date, who did it.
  /// - Parameter index: in the report's list.
  public func reasons(forIncident index: Int) -> [Reason] {
    let incident = report.incidents[index]
    var lines: [Reason] = []
    for span in incident.evidence {
      let number = report.document.sentences.firstIndex { report.document.bytes(of: $0.tokens) == span }
      let words = number.map { self.words(ofSentence: $0) } ?? []
      let told = words.isEmpty ? "goes on with what was told before" : words.joined(separator: ", ")
      lines.append(row("words", "\(number.map { "sentence \($0 + 1): " } ?? "")\(told)"))
    }
    if incident.evidence.isEmpty { lines.append(row("words", "none: a person added it")) }
    for site in incident.sites { lines.append(row("site", self.site(site))) }
    lines.append(row("date", date(incident.date)))
    let doers = incident.actors.map { "\($0.text) (\($0.role.rawValue))" }
    if !doers.isEmpty {
      lines.append(row("who", "\(doers.joined(separator: ", ")), \(incident.attribution.rawValue)"))
    }
    return lines
  }

  private func words(ofSentence number: Int) -> [String] {
    eventWords[number].map { "“\($0.text)” (\($0.type.rawValue))" }
  }

  private func site(_ site: IncidentSite) -> String {
    var parts = ["\(site.number). \(site.phrase)"]
    if site.text != site.name { parts.append("in the gazetteer \(site.name)") }
    if let country = site.country { parts.append(country) }
    if let reference = site.relation.reference { parts.append("found by \(reference)") }
    parts.append("precision \(site.precision.rawValue), within \(Int(site.uncertainty.metres.rounded())) m")
    parts.append(site.review == .unreviewed ? share(site.confidence) : site.review.rawValue)
    return parts.joined(separator: ", ")
  }

  private func date(_ date: IncidentDate) -> String {
    let words = date.text.map { "“\($0)”" }
    guard let start = date.start else { return words.map { "\($0), which fixes no day" } ?? "none told" }
    let days = date.end.map { $0 == start ? "\(start)" : "\(start) to \($0)" } ?? "since \(start)"
    let basis: String
    switch date.basis {
    case .stated: basis = "stated in full"
    case .publication:
      let day = report.article.date.map { " on \($0)" } ?? ""
      basis = words == nil ? "no date told, so the day of publication" : "reckoned from publication\(day)"
    case .solved: basis = "solved from other dates of the text"
    case nil: basis = "given by a person"
    }
    return ([days] + (words.map { [$0] } ?? []) + [basis, "precision \(date.precision.rawValue)"]).joined(
      separator: ", ")
  }

  // MARK: What was left out

  /// Words that tell of events and names of places that became no incident and no site.
  public var leftOut: [Reason] {
    let told = Set(report.incidents.flatMap(\.evidence))
    let sentences = report.document.sentences.indices.compactMap { number -> Reason? in
      guard !told.contains(report.document.bytes(of: report.document.sentences[number].tokens)) else { return nil }
      let words = self.words(ofSentence: number)
      guard !words.isEmpty else { return nil }
      let reason = "no place told, denied, supposed, general, or below what was asked for"
      return row("event", "sentence \(number + 1): \(words.joined(separator: ", ")): \(reason)")
    }
    let sites = Set(report.incidents.flatMap { $0.sites.map(\.bytes) })
    let places = Set(report.incidents.flatMap { $0.sites.map(\.place) })
    let names = report.toponyms.filter {
      !sites.contains($0.toponym.bytes) && !($0.place.map(places.contains) ?? false)
    }
    .map { row("place", "“\(report.document.text(ofBytes: $0.toponym.bytes))”: \(reason($0))") }
    var kept: [Reason] = []
    for line in sentences + names where !kept.contains(line) { kept.append(line) }
    return kept
  }

  /// Why a place name that is no site is none.
  public func reason(_ toponym: ResolvedToponym) -> String {
    if toponym.toponym.isDateline { return "where the story was filed" }
    if toponym.toponym.usage == .associative { return "people or a body of that place, not the place" }
    guard let id = toponym.place else { return "no such place is known" }
    let sites = report.incidents.flatMap(\.sites)
    if sites.contains(where: { $0.relation.reference == report.atlas[id].name }) { return "tells where a site lies" }
    if sites.contains(where: { report.atlas.containers(of: $0.place).contains(id) }) { return "holds a site" }
    return "nothing happened there"
  }

  // MARK: Words

  private func row(_ label: String, _ text: String) -> Reason { Reason(label: label, text: Self.plain(text)) }

  private func share(_ confidence: Double) -> String { "\(Int((confidence * 100).rounded())) %" }

  /// Without what moves a cursor, colours, or turns the direction of writing.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
