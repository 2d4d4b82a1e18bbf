import Foundation
import Testing

@testable import Incidents

/// The gold itself: whole, true to its texts, and wide enough.
@Suite struct GoldTests {
  private static func articles() throws -> [GoldArticle] {
    try Checkout.files("Tests/IncidentsTests/Gold", endingIn: ".json").map(GoldArticle.read)
  }

  @Test func spansHoldTheWordsThatTheyQuote() throws {
    for article in try Self.articles() {
      let scalars = Array(try #require(article.text).unicodeScalars)
      for site in article.incidents.flatMap(\.sites) {
        let span = String(String.UnicodeScalarView(scalars[site.start..<site.end]))
        #expect(span == site.text, "\(article.id): \(site.name)")
      }
      for span in article.incidents.flatMap(\.evidence) {
        #expect(span.count == 2 && span[0] < span[1] && span[1] <= scalars.count, "\(article.id): \(span)")
      }
    }
  }

  @Test func everyTypeIsThereAndEveryModalityFiveTimes() throws {
    let incidents = try Self.articles().flatMap(\.incidents)
    for type in IncidentType.allCases {
      #expect(incidents.contains { $0.type == type.rawValue }, "\(type.rawValue) has no gold")
    }
    for modality in Modality.allCases {
      #expect(incidents.count { $0.modality == modality.rawValue } >= 5, "\(modality.rawValue) has too little gold")
    }
    for incident in incidents {
      #expect(IncidentType(rawValue: incident.type) != nil && Attribution(rawValue: incident.attribution) != nil)
    }
  }

  @Test func thereAreSixtyArticlesOrMore() throws {
    #expect(try Self.articles().count >= 60)
  }
}
