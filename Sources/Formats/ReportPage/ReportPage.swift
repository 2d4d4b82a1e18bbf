import Cartography
import DatelineKit
import FoundationEssentials
import Gazetteer
import GeoJSON
import Incidents
import Toponyms

/// One page of HTML that holds articles with their marks, the map, the table of incidents with their evidence, and a timeline.
///
/// It needs nothing else: no network, no file beside it. Its policy allows no script and no style but its own. Text, marks, map,
/// table and timeline are readable without script; the script ties them together, filters, explains names and saves files.
///
///     let page = ReportPage(stories, title: nil, name: "isfahan-strike")
///     let html = page.html(map: content.map { try (wide: MapSheet($0, …), narrow: MapSheet($0, …)) })
public struct ReportPage: Sendable {
  /// What was found in an article, and why.
  public struct Story: Sendable {
    /// What an article gave, and why.
    public var report: Report
    public var explanation: Explanation
    /// For each name of the article the places that were weighed.
    public var traces: [ResolutionTrace]

    /// - Parameter home: where the outlet is at home, as it was given to the reader.
    public init(_ report: Report, reader: Newsreader, home: PlaceID? = nil) {
      self.init(
        report, explanation: reader.explanation(of: report),
        traces: report.toponyms.isEmpty
          ? [] : reader.traces(of: report.document, home: reader.home(of: report.article, given: home)))
    }

    package init(_ report: Report, explanation: Explanation, traces: [ResolutionTrace]) {
      self.report = report
      self.explanation = explanation
      self.traces = traces
    }
  }

  /// The map at the width of `dateline map`, and for windows narrower than 600 pixels.
  public typealias Sheets = (wide: MapSheet, narrow: MapSheet)

  /// Bytes, of pages that open at once on a slow telephone.
  public static let usualLimit = 400_000

  /// Pixels, of the narrow map.
  public static let narrowWidth = 360

  private let stories: [PageStory]
  /// Why names are no sites, in the order in which the marks count them.
  private let reasons: [String]
  private let title: String
  /// What saved files are called, without their endings.
  private let name: String

  /// - Parameters:
  ///   - title: nil for the headline of the only article, or the number of articles.
  ///   - name: what saved files are called, without their endings.
  public init(_ stories: [Story], title: String? = nil, name: String) {
    var next = (incident: 1, site: 0, point: 0, country: 0, name: 0)
    var reasons: [String] = []
    self.stories = stories.enumerated().map { number, story in
      let incidents = story.report.incidents.enumerated().map { index, incident in
        let sites = incident.sites.map { site in
          let isPoint = site.precision < .country
          let isTinted = !isPoint && site.country != nil
          defer {
            next.site += 1
            if isPoint { next.point += 1 }
            if isTinted { next.country += 1 }
          }
          return PageSite(
            number: next.site, site: site, point: isPoint ? next.point : nil,
            country: isTinted ? next.country : nil,
            sureness: min(incident.confidence, site.confidence))
        }
        defer { next.incident += 1 }
        return PageIncident(number: next.incident, incident: incident, sites: sites, story: number, index: index)
      }
      var isNoSite: [Range<Int>: Int] = [:]
      for name in story.report.toponyms {
        let reason = story.explanation.reason(name)
        if !reasons.contains(reason) { reasons.append(reason) }
        isNoSite[name.toponym.bytes] = reasons.firstIndex(of: reason)
      }
      defer { next.name += story.traces.count }
      return PageStory(
        report: story.report, explanation: story.explanation, traces: story.traces, number: number,
        incidents: incidents, firstName: next.name, isNoSite: isNoSite)
    }
    self.reasons = reasons
    self.name = name
    self.title =
      title ?? (self.stories.count == 1 ? self.stories[0].headline : "Incidents told by \(stories.count) articles")
  }

  /// The whole file. It has the narrow map only where it stays below ``usualLimit`` with it.
  /// - Parameter sheets: maps of ``Report/mapContent(of:)`` of the stories' reports; nil where there is nothing to show.
  public func html(_ sheets: Sheets?) -> String {
    guard let sheets else { return html(wide: nil, narrow: nil) }
    let page = html(wide: sheets.wide, narrow: sheets.narrow)
    return page.utf8.count <= Self.usualLimit ? page : html(wide: sheets.wide, narrow: nil)
  }

  private func html(wide: MapSheet?, narrow: MapSheet?) -> String {
    let isAlone = stories.count == 1
    let incidents = stories.flatMap(\.incidents)
    let map = wide.map { PageMap(wide: $0, narrow: narrow, isOfMany: !isAlone) }
    let controls = PageControls(stories: stories, hasMap: map != nil, points: wide?.drawnSites.count ?? 0)
    let firstTelling = stories.firstIndex { !$0.incidents.isEmpty } ?? 0
    let articles = stories.map { PageArticle(story: $0, isAlone: isAlone, isOpen: $0.number == firstTelling).html }
    let style = PageMap.colours + PageStyle.css + (map?.style ?? "")
    let script = PageScript.js
    let main = """
      <div class="spread\(map == nil ? " mapless" : "")">
      <div class="beside">
      \(map?.html ?? "")
      \(incidents.isEmpty ? "" : PageTimeline(incidents: incidents).html)
      </div>
      <section class="stories" id="stories" tabindex="-1" aria-label="\(isAlone ? "Article" : "Articles")">
      \(incidents.isEmpty || isAlone ? "" : PageArticle.key)
      \(articles.joined(separator: "\n"))
      </section>
      </div>
      \(incidents.isEmpty ? "" : PageTable(stories: stories).html)
      """
    let heading = isAlone ? "" : "<h1 class=\"title\">\(PageText.escaped(title))</h1>\n"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy(style: style, script: script))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Dateline \(DatelineVersion.current)">
      <title>\(PageText.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(PageSymbol.shapes)
      <a class="skip" href="#stories">Skip to the \(isAlone ? "article" : "articles")</a>
      <a class="skip" href="#incidents">Skip to the incidents</a>
      <header class="masthead">
      <p class="kicker">Dateline <span>report</span></p>
      <p class="tally" id="tally" role="status">\(controls.tally)</p>
      \(controls.downloads)
      </header>
      <main>
      \(heading)\(controls.filters)
      \(main)
      </main>
      <aside class="why" id="why" aria-label="Why a name was placed there" hidden></aside>
      <footer>
      <p>Made by Dateline \(DatelineVersion.current) from the text alone. The percentages are the program’s own estimates; \
      nobody has reviewed the incidents.</p>
      <p>\(PageText.escaped(attribution))</p>
      </footer>
      <script type="text/plain" id="rows" data-name="\(PageText.escaped(name))">
      \(PageRows(reports: stories.map(\.report)).text)
      </script>
      <script type="application/json" id="reasons">
      \(PageReasons(stories, noSite: reasons).text)
      </script>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  private var attribution: String {
    let members = stories.first.map { IncidentFeatures.members($0.report.atlas) } ?? []
    return members.first { $0.key == "attribution" }?.value.stringValue ?? ""
  }

  /// Nothing is loaded, and nothing runs but the page's own style and script.
  private func policy(style: String, script: String) -> String {
    func hash(_ text: String) -> String { "'sha256-\(Data(SHA256.bytes(Array(text.utf8))).base64EncodedString())'" }
    return
      "default-src 'none'; style-src \(hash(style)); script-src \(hash(script)); base-uri 'none'; form-action 'none'"
  }
}
