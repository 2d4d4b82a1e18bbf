import DatelineKit
import Incidents

/// What the page says of itself at its head, the filters, and the buttons that save files.
struct PageControls {
  let stories: [PageStory]
  let hasMap: Bool
  let points: Int

  private var incidents: [PageIncident] { stories.flatMap(\.incidents) }

  /// `4 incidents at 6 sites, 5 of them on the map`
  var tally: String {
    let sites = incidents.reduce(0) { $0 + $1.sites.count }
    guard !incidents.isEmpty else { return "No incident found" }
    return "\(PageText.count(incidents.count, "incident")) at \(PageText.count(sites, "site")), \(points) on the map"
  }

  var filters: String {
    guard !incidents.isEmpty else { return "" }
    var types: [IncidentType: Int] = [:]
    for incident in incidents { types[incident.incident.type, default: 0] += 1 }
    let shown = IncidentType.allCases.filter { types[$0] != nil }
    let order = IncidentType.Family.allCases
    let sorted = order.flatMap { family in shown.filter { $0.family == family } }
    let chips = sorted.map { type in
      "<label class=\"chip f-\(type.family.rawValue)\"><input type=\"checkbox\" name=\"type\" value=\"\(type.rawValue)\" checked>"
        + "\(PageSymbol(type.family).html)<span>\(PageText.escaped(type.title))</span> "
        + "<small>\(types[type] ?? 0)</small></label>"
    }
    let days = incidents.compactMap(\.incident.date.start)
    let last = incidents.compactMap { $0.incident.date.end ?? $0.incident.date.start }.max()
    let bounds = days.min().map { first in " min=\"\(first)\" max=\"\(last ?? first)\"" } ?? ""
    let dates =
      days.isEmpty
      ? ""
      : """
      <fieldset class="days"><legend>Days</legend>
      <label>from <input type="date" name="from"\(bounds)></label> <label>to <input type="date" name="to"\(bounds)></label>
      </fieldset>
      """
    return """
      <details class="filterbox"><summary>Filter</summary>
      <form class="filters" id="filters" aria-label="Filter the incidents" autocomplete="off">
      <fieldset class="types"><legend>Type</legend>\(chips.joined())</fieldset>
      \(dates)
      <fieldset class="sureness"><legend>At least as sure as</legend>
      <input type="range" name="sure" min="0" max="100" step="5" value="0" aria-label="At least as sure as, in percent">
      <output name="least">0\u{A0}%</output></fieldset>
      <button type="reset">Show all</button>
      </form>
      </details>
      """
  }

  var downloads: String {
    guard !incidents.isEmpty else { return "" }
    let map = hasMap ? "<button type=\"button\" data-save=\"svg\">Map (SVG)</button>" : ""
    return """
      <div class="downloads" role="group" aria-label="Save all incidents, whatever the filters">
      <span>Save</span> <button type="button" data-save="geojson">GeoJSON</button>
      <button type="button" data-save="csv">CSV</button> \(map)
      </div>
      """
  }
}
