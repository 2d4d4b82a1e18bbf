import DatelineKit
import Gazetteer
import Incidents
import Language
import Toponyms

/// An article of the page with what was found in it, numbered through all articles of the page.
struct PageStory {
  let report: Report
  let explanation: Explanation
  let traces: [ResolutionTrace]
  /// From 0.
  let number: Int
  let incidents: [PageIncident]
  /// The number of the article's first name on the page, from 0.
  let firstName: Int
  /// Of names that are no site, by their bytes, the number of the reason on the page.
  let isNoSite: [Range<Int>: Int]

  /// The places named, by the bytes of each mention.
  var names: [Range<Int>: Int] {
    var names: [Range<Int>: Int] = [:]
    for (index, trace) in traces.enumerated() { for span in trace.spans { names[span] = firstName + index } }
    return names
  }

  var isRead: Bool { report.language == TextLanguage.english }

  /// What stands above the article.
  var headline: String { report.article.headline ?? report.incidents.first?.title ?? report.article.id }
}

/// An incident with its number on the page, as on the map.
struct PageIncident {
  /// From 1.
  let number: Int
  let incident: Incident
  let sites: [PageSite]
  let story: Int
  /// In its article's report.
  let index: Int

  var family: String { incident.type.family.rawValue }
}

/// A site with its number on the page.
struct PageSite {
  /// From 0.
  let number: Int
  let site: IncidentSite
  /// Its number among the sites of the map; nil for countries.
  let point: Int?
  /// Its number among the countries that the map tints; nil for others.
  let country: Int?
  /// The probability that is shown: of the incident or of the site, whichever is less.
  let sureness: Double
}
