import Coordinates
import Foundation
import Gazetteer
import Geodesy
import Language
import Testing
import Toponyms

@testable import Incidents

@Suite struct SeedTests {
  /// The default gazetteer of the checkout.
  static let atlas = Result { try Atlas(paths: ["\(Checkout.root)/Gazetteer/world.gazetteer"]) }
  static let model = Result { try ToponymModel(path: "\(Checkout.root)/Gazetteer/news.model") }
  static let incidentModel = Result { try IncidentModel(path: "\(Checkout.root)/Gazetteer/incidents.model") }

  static func toponyms(in document: Document) throws -> [ResolvedToponym] {
    let (atlas, model) = (try atlas.get(), try model.get())
    let found = Recognizer(atlas: atlas, model: model).toponyms(in: document)
    return Resolver(atlas: atlas, model: model).resolve(found, in: document)
  }

  static func incidents(in text: String, published: String?) throws -> [Incident] {
    let atlas = try atlas.get()
    let document = Document(text)
    let toponyms = try Self.toponyms(in: document)
    return IncidentExtractor(atlas: atlas, model: try incidentModel.get()).incidents(
      in: document, toponyms: toponyms, publication: published.flatMap { CalendarDate(iso: $0) })
  }

  /// With the publication date, and with what the text alone fixes.
  @Test(arguments: ["2024-04-19", nil])
  func theIsfahanSeedGivesItsFourIncidents(published: String?) throws {
    let gold = try GoldArticle.read("\(Checkout.root)/seeds/isfahan-strike.expected.json")
    let found = try Self.incidents(in: Checkout.text("seeds/isfahan-strike.txt"), published: published)
    #expect(found.count == gold.incidents.count)
    for want in gold.incidents {
      let same = found.filter { incident in want.sites.allSatisfy { Self.has(incident, $0) } }
      let incident = try #require(same.first, "\(want.type) at \(want.sites.map(\.name))")
      #expect(same.count == 1)
      #expect(incident.sites.count == want.sites.count)
      #expect(incident.type.rawValue == want.type)
      #expect(incident.modality.rawValue == want.modality)
      #expect(incident.attribution.rawValue == want.attribution)
      #expect(incident.date.start?.description == want.date.start)
      #expect(incident.date.end?.description == want.date.end)
      #expect(incident.casualties.killed?.min == want.casualties.killed?.min)
      #expect(incident.casualties.injured?.min == want.casualties.injured?.min)
    }
  }

  private static func has(_ incident: Incident, _ want: GoldArticle.Incident.Site) -> Bool {
    incident.sites.contains { site in
      guard site.precision.rawValue == want.precision, site.country == want.country else { return false }
      let gap = Geodesic.wgs84.distance(
        from: site.coordinate, to: Coordinate(longitude: want.lon, latitude: want.lat))
      return site.precision == .country || gap < Distance(kilometres: site.precision == .province ? 100 : 10)
    }
  }

  /// No rule knows the places: others of their kind in their stead give the same incidents there.
  @Test func swappedPlacesGiveTheSameIncidentsThere() throws {
    let swaps = [
      ("Isfahan", "Tabriz"), ("Qahjaverestan", "Osku"), ("Damascus", "Amman"), ("Arad", "Sderot"), ("Negev", "Galilee"),
      ("Rafah", "Jabalia"), ("Tel Aviv", "Haifa"), ("WASHINGTON", "LONDON"),
    ]
    let text = try Checkout.text("seeds/isfahan-strike.txt")
    let swapped = swaps.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    let before = try Self.incidents(in: text, published: "2024-04-19")
    let after = try Self.incidents(in: swapped, published: "2024-04-19")
    func summary(_ incident: Incident) -> String {
      "\(incident.type) \(incident.modality) \(incident.attribution) \(incident.date.start?.description ?? "-") \(incident.casualties)"
    }
    #expect(before.map(summary) == after.map(summary))
    let names = Dictionary(uniqueKeysWithValues: swaps)
    for (old, new) in zip(before, after) {
      #expect(old.sites.map { names[$0.text] ?? $0.text } == new.sites.map(\.text))
      #expect(old.sites.map(\.relation.kind) == new.sites.map(\.relation.kind))
    }
    let sites = after.flatMap(\.sites)
    #expect(sites.first { $0.text == "Amman" }?.country == "JO")
    #expect(sites.first { $0.text == "Osku" }?.country == "IR")
    #expect(sites.first { $0.text == "Jabalia" }?.country == "PS")
  }

  /// The places of the story, each where it belongs.
  @Test func toponymsOfTheSeedAreTheRightOnes() throws {
    let atlas = try Self.atlas.get()
    let document = Document(try Checkout.text("seeds/isfahan-strike.txt"))
    let toponyms = try Self.toponyms(in: document)
    func places(_ name: String) -> [Place] {
      toponyms.filter { document.text(ofBytes: $0.toponym.bytes) == name }.compactMap { $0.place.map { atlas[$0] } }
    }
    for (name, country) in [
      ("Arad", "IL"), ("Damascus", "SY"), ("Rafah", "PS"), ("Qahjaverestan", "IR"), ("Isfahan", "IR"),
      ("Tel Aviv", "IL"),
    ] {
      #expect(!places(name).isEmpty, "\(name) was not found")
      #expect(places(name).allSatisfy { $0.country == country }, "\(name): \(places(name).map(\.country))")
    }
    #expect(places("Negev").first?.kind == .region)
    #expect(places("WASHINGTON").first?.isCapital == true)
    let dateline = try #require(toponyms.first { document.text(ofBytes: $0.toponym.bytes) == "WASHINGTON" })
    #expect(dateline.toponym.isDateline)
  }

  @Test func noIncidentIsInventedWhereTheTextGivesNone() throws {
    for text in [
      "Militants have repeatedly attacked troops across Iraq and Syria.",
      "The nuclear sites of Iran would not be hit, officials said in Vienna.",
      "No attack was reported in Paris on Monday, the police said.",
      "If rockets hit Tel Aviv, the army would answer, analysts in Berlin said.",
      "The ministers met in Geneva on Tuesday and spoke about trade.",
    ] {
      let found = try Self.incidents(in: text, published: "2024-04-19").map(\.type)
      #expect(found.isEmpty, "\(text): \(found)")
    }
  }
}
