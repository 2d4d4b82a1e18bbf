import Gazetteer
import Geodesy
import Language
import Testing
import Toponyms

@testable import Incidents

/// How a text places a site: the name between ‹ › is the site, the relation what its words say.
@Suite struct SiteFinderTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var kind: SiteRelation.Kind
    var kilometres: Double?
    var degrees: Double?
    var reference: String?

    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "A bomb exploded in ‹Damascus› on Monday.", kind: .within),
    Case(text: "A bomb exploded near ‹Damascus› on Monday.", kind: .near),
    Case(text: "A bomb exploded on the outskirts of ‹Damascus› on Monday.", kind: .outside),
    Case(text: "A ship sank off the coast of ‹Somalia› on Monday.", kind: .offCoast),
    Case(text: "A bomb exploded 30 km north-east of ‹Damascus› on Monday.", kind: .offset, kilometres: 30, degrees: 45),
    Case(
      text: "A bomb exploded thirty miles south of ‹Damascus› on Monday.", kind: .offset, kilometres: 48.28,
      degrees: 180),
    Case(text: "A bomb exploded between ‹Damascus› and Homs on Monday.", kind: .between, reference: "Homs"),
  ]

  @Test(arguments: cases) func readsTheRelation(_ expected: Case) throws {
    let parts = expected.text.split(whereSeparator: { "‹›".contains($0) }).map(String.init)
    let document = Document(parts.joined())
    let toponyms = try SeedTests.toponyms(in: document)
    let sentence = SentenceReading(
      document: document, range: 0..<document.tokens.count, toponyms: toponyms, dates: DateFinder(document).dates())
    let atlas = try SeedTests.atlas.get()
    let site = try #require(SiteFinder(atlas: atlas).sites(in: sentence, triggers: []).first)
    #expect(document.text(ofBytes: site.toponym.toponym.bytes) == parts[1])
    #expect(site.relation.kind == expected.kind)
    #expect(site.relation.reference == expected.reference)
    #expect((site.relation.distance?.kilometres).map { ($0 * 100).rounded() / 100 } == expected.kilometres)
    #expect(site.relation.bearing?.degrees == expected.degrees)
  }
}
