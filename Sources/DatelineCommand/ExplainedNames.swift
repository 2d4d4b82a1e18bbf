import DatelineKit
import Gazetteer
import Language
import Toponyms

/// What `geoparse --explain` tells of an article's names: a table for each.
struct ExplainedNames {
  let reader: NameReader

  func words(_ document: Document, of article: Article, home: PlaceID?) -> [Console.Words] {
    reader.traces(of: document, home: reader.home(of: article, given: home)).flatMap { trace in
      [.lines(title(trace, of: article))] + (trace.candidates.isEmpty ? [] : [.lines(table(trace))])
    }
  }

  private func title(_ trace: ResolutionTrace, of article: Article) -> String {
    let times = trace.mentions == 1 ? "" : ", \(trace.mentions) times"
    guard !trace.candidates.isEmpty else {
      return "\(article.id): \(trace.text)\(times): no place of this name is known"
    }
    return "\(article.id): \(trace.text)\(times): confidence \(hundredths(trace.confidence))"
  }

  /// The candidates, the likeliest first, with what spoke for (+) and against (-) each: the first beside the second, the others beside
  /// the first.
  private func table(_ trace: ResolutionTrace) -> String {
    var table = Table(header: ["share", "place", "kind", "inhabitants", "why"], numeric: [0, 3])
    for candidate in trace.candidates {
      let place = reader.atlas[candidate.place]
      let units = reader.atlas.containers(of: candidate.place).map { reader.atlas[$0].name }
      let reasons = candidate.reasons.map { reason in
        "\(reason.points < 0 ? "-" : "+")\(hundredths(reason.points.magnitude)) \(reason.words)"
      }
      table.add([
        hundredths(candidate.probability), ([place.name] + units).joined(separator: ", "), place.kind.word,
        place.population > 0 ? String(place.population) : "", reasons.joined(separator: "; "),
      ])
    }
    return table.text
  }

  private func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
