import DatelineKit
import Incidents
import Language

/// The incidents in the order of their days, with the days between told.
struct PageTimeline {
  let incidents: [PageIncident]

  private struct Day {
    var words: String
    var start: CalendarDate
    var end: CalendarDate
    var incidents: [PageIncident]
  }

  var html: String {
    let dated = days
    let undated = incidents.filter { $0.incident.date.start == nil }
    var items: [String] = []
    var last: CalendarDate?
    for day in dated {
      if let last, let gap = gap(from: last, to: day.start) { items.append("<li class=\"gap\">\(gap)</li>") }
      last = max(last ?? day.end, day.end)
      items.append(item(day.words, attributes: " datetime=\"\(day.start)\"", day.incidents))
    }
    if !undated.isEmpty { items.append(item("No day told", attributes: nil, undated)) }
    return """
      <section class="timeline" aria-labelledby="timeline-head">
      <h2 id="timeline-head">Timeline</h2>
      <ol>
      \(items.joined(separator: "\n"))
      </ol>
      </section>
      """
  }

  private var days: [Day] {
    var days: [Day] = []
    let dated = incidents.enumerated().compactMap { order, incident in
      incident.incident.date.start.map { (start: $0, order: order, incident: incident) }
    }.sorted { ($0.start, $0.order) < ($1.start, $1.order) }
    for entry in dated {
      let words = entry.incident.incident.date.words ?? ""
      if let index = days.firstIndex(where: { $0.words == words }) {
        days[index].incidents.append(entry.incident)
      } else {
        let end = entry.incident.incident.date.end ?? entry.start
        days.append(Day(words: words, start: entry.start, end: max(entry.start, end), incidents: [entry.incident]))
      }
    }
    return days
  }

  /// `11 days later`; nil for the next day and for what overlaps.
  private func gap(from last: CalendarDate, to next: CalendarDate) -> String? {
    let days = next.dayNumber - last.dayNumber
    guard days > 1 else { return nil }
    if days < 60 { return "\(days) days later" }
    if days < 730 { return "\((days + 15) / 30) months later" }
    return "\((days + 182) / 365) years later"
  }

  /// - Parameter attributes: of the element `time`; nil where no time is known.
  private func item(_ words: String, attributes: String?, _ incidents: [PageIncident]) -> String {
    let label = attributes.map { "<time\($0)>\(PageText.escaped(words))</time>" } ?? "<span>\(words)</span>"
    let entries = incidents.map { incident in
      "<li data-i=\"\(incident.number)\" class=\"f-\(incident.family)\"><a href=\"#i-\(incident.number)\">"
        + "\(PageSymbol(incident).html)<span>\(PageText.escaped(incident.incident.title))</span></a></li>"
    }
    return "<li class=\"day\">\(label)<ul>\(entries.joined())</ul></li>"
  }
}
