import DatelineKit
import Gazetteer
import Incidents

/// The incidents as a table: a group of rows an incident, a row a site.
struct PageTable {
  let stories: [PageStory]

  var html: String {
    """
    <section class="incidents" id="incidents" aria-labelledby="incidents-head">
    <h2 id="incidents-head">Incidents and evidence</h2>
    <div class="scroller" tabindex="0" role="region" aria-labelledby="incidents-head">
    <table>
    <thead><tr><th scope="col">Incident</th><th scope="col">Place</th><th scope="col">When</th>\
    <th scope="col">Who and harm</th><th scope="col">Sure</th><th scope="col">Evidence</th></tr></thead>
    \(stories.flatMap { story in story.incidents.map { group($0, story) } }.joined(separator: "\n"))
    </table>
    </div>
    <p class="none" id="none" hidden>Nothing fits the filters.</p>
    </section>
    """
  }

  private func group(_ incident: PageIncident, _ story: PageStory) -> String {
    let date = incident.incident.date
    let days = date.start.map { start in " data-start=\"\(start)\" data-end=\"\((date.end ?? start))\"" } ?? ""
    let open = date.start != nil && date.end == nil ? " data-open" : ""
    let rows = incident.sites.enumerated().map { index, site in row(site, incident, story, isLead: index == 0) }
    return "<tbody id=\"i-\(incident.number)\" class=\"f-\(incident.family)\" data-i=\"\(incident.number)\" "
      + "data-type=\"\(incident.incident.type.rawValue)\"\(days)\(open)>\n\(rows.joined(separator: "\n"))\n</tbody>"
  }

  private func row(_ site: PageSite, _ incident: PageIncident, _ story: PageStory, isLead: Bool) -> String {
    let point = site.point.map { " data-p=\"\($0)\"" } ?? site.country.map { " data-c=\"c\($0)\"" } ?? ""
    let what = incident.incident
    let number =
      "<a class=\"badge\" href=\"#t-\(incident.number)\" aria-label=\"Incident \(incident.number): to the article\">"
      + "\(PageSymbol(incident).html)</a>"
    let isSure = what.attribution == .unknown || what.attribution == .fact
    let told = isSure ? what.modality.rawValue : "\(what.modality.rawValue), \(what.attribution.rawValue)"
    let cells = [
      "<th scope=\"row\"><span class=\"once\">\(number) <span class=\"type\">"
        + "\(PageText.escaped(what.type.title))</span><small>\(told)</small></span></th>",
      "<td>\(place(site, story))</td>",
      "<td><span class=\"once\">\(day(what.date))</span></td>",
      "<td><span class=\"once\">\(who(what))</span></td>",
      "<td class=\"sure\">\(PageText.percent(site.sureness))</td>",
      "<td class=\"proof\"><div class=\"once\">\(evidence(incident, story))</div></td>",
    ]
    return "<tr\(isLead ? " class=\"lead\"" : "") data-s=\"\(site.number)\"\(point) "
      + "data-sure=\"\(PageText.hundredths(site.sureness))\">\(cells.joined())</tr>"
  }

  private func place(_ site: PageSite, _ story: PageStory) -> String {
    let atlas = story.report.atlas
    var parts = [site.site.phrase]
    let units = atlas.containers(of: site.site.place).map { atlas[$0].name }
    parts += units.filter { $0 != site.site.name && $0 != site.site.label }
    let precision: String
    switch site.site.precision {
    case .country: precision = "the country as a whole: no point on the map"
    case .exact, .near, .province:
      precision = "\(coordinate(site.site)), within \(kilometres(site.site.uncertainty.metres))"
    }
    return "\(PageText.escaped(parts.joined(separator: ", ")))<small>\(PageText.escaped(precision))</small>"
  }

  private func coordinate(_ site: IncidentSite) -> String {
    "\(thousandths(site.coordinate.latitude)), \(thousandths(site.coordinate.longitude))"
  }

  private func thousandths(_ degrees: Double) -> String {
    let value = Int((degrees * 1000).rounded())
    let (whole, rest) = (abs(value) / 1000, String(abs(value) % 1000))
    return "\(value < 0 ? "\u{2212}" : "")\(whole).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private func kilometres(_ metres: Double) -> String {
    metres < 950 ? "\(Int(metres.rounded())) m" : "\(Int((metres / 1000).rounded())) km"
  }

  private func day(_ date: IncidentDate) -> String {
    let told = date.text.map { "<small>“\(PageText.escaped($0))”</small>" } ?? ""
    return PageText.escaped(date.words ?? "no day told") + told
  }

  /// The summary without the day, which has a column.
  private func who(_ incident: Incident) -> String {
    var undated = incident
    undated.date = .unknown
    return PageText.escaped(undated.summary)
  }

  private func evidence(_ incident: PageIncident, _ story: PageStory) -> String {
    let document = story.report.document
    let quote = incident.incident.evidence.first.map { span in
      let lang = story.report.language
      return "<q lang=\"\(PageText.escaped(lang))\">\(PageText.escaped(document.text(ofBytes: span)))</q>"
    }
    let source = stories.count > 1 ? "<small>\(PageText.escaped(story.headline))</small>" : ""
    let reasons = story.explanation.reasons(forIncident: incident.index).map { reason in
      "<dt>\(PageText.escaped(reason.label))</dt><dd>\(PageText.escaped(reason.text))</dd>"
    }
    return "\(quote ?? "")\(source)<details><summary>Why it is here</summary><dl>\(reasons.joined())</dl></details>"
  }
}
