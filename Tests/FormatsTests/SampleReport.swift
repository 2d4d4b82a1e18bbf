import Coordinates
import Geodesy
import Language
import TestSupport
import Testing

@testable import DatelineKit
@testable import Gazetteer
@testable import Incidents

/// A report made by hand: a strike at two sites, one of them a country, and a planned protest of which little is known.
enum SampleReport {
  static let marked = "‹Seven died in Isfahan and elsewhere in Iran on Friday.› ‹A march in Paris is planned.›"

  static func report(in folder: TemporaryFolder) throws -> Report {
    let path = try folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")
    let atlas = try Atlas(paths: [path])
    let (text, spans) = MarkedText.read(marked)
    let friday = try #require(CalendarDate(iso: "2024-04-19"))
    let strike = Incident(
      type: .airStrike, modality: .occurred, attribution: .suspected,
      date: IncidentDate(start: friday, end: friday, precision: .day, basis: .publication, text: "on Friday"),
      actors: [
        Actor(text: "Israel", role: .perpetrator), Actor(text: "a base", role: .target),
        Actor(text: "soldiers", role: .victim), Actor(text: "a cook", role: .victim),
      ],
      casualties: Casualties(
        killed: Casualties.Count(min: 7, max: 7), injured: Casualties.Count(min: 12, max: nil), missing: nil),
      sites: [
        try site("Isfahan", id: "418863", in: atlas, precision: .near, metres: 5_000),
        try site("Iran", id: "130758", in: atlas, precision: .country, metres: 900_000),
      ],
      evidence: [spans[0]], confidence: 0.9)
    let march = Incident(
      type: .protest, modality: .planned, attribution: .unknown, date: .unknown, actors: [], casualties: .none,
      sites: [try site("Paris", id: "2988507", in: atlas, precision: .exact, metres: 1_000)], evidence: [spans[1]],
      confidence: 0.5)
    let article = Article(
      id: "story", text: text, title: nil, url: "https://example.org/story", date: friday)
    return Report(
      article: article, document: Document(text), toponyms: [], incidents: [strike, march], atlas: atlas)
  }

  private static func site(
    _ name: String, id: String, in atlas: Atlas, precision: SitePrecision, metres: Double
  ) throws -> IncidentSite {
    let place = try #require(atlas.place(source: .geonames, id: id))
    let start = try #require(MarkedText.read(marked).text.firstRange(of: name)).lowerBound
    let offset = MarkedText.read(marked).text.utf8.distance(from: MarkedText.read(marked).text.startIndex, to: start)
    return IncidentSite(
      text: name, bytes: offset..<offset + name.utf8.count, place: place, name: atlas[place].name,
      country: atlas[place].country, coordinate: atlas[place].coordinate, relation: .inside, precision: precision,
      uncertainty: Distance(metres: metres), confidence: 0.812_345)
  }
}
