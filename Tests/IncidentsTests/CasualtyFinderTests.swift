import Language
import Testing

@testable import Incidents

/// Counts of people, as INCIDENTS.md has them.
@Suite struct CasualtyFinderTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var killed: Casualties.Count?
    var injured: Casualties.Count?
    var missing: Casualties.Count?

    init(
      _ text: String, killed: Casualties.Count? = nil, injured: Casualties.Count? = nil,
      missing: Casualties.Count? = nil
    ) {
      (self.text, self.killed, self.injured, self.missing) = (text, killed, injured, missing)
    }

    var testDescription: String { text }
  }

  private static func exactly(_ count: Int) -> Casualties.Count { .init(min: count, max: count) }
  private static func atLeast(_ count: Int) -> Casualties.Count { .init(min: count, max: nil) }

  static let cases = [
    Case("The blast killed at least 12 people.", killed: atLeast(12)),
    Case("A bomb went off in the market, killing seven and wounding 31.", killed: exactly(7), injured: exactly(31)),
    Case("Seven people were killed and 31 were injured.", killed: exactly(7), injured: exactly(31)),
    Case("The attack left 3 dead and dozens wounded.", killed: exactly(3), injured: atLeast(12)),
    Case("The death toll rose to 25 on Tuesday.", killed: exactly(25)),
    Case("Gunmen killed five people, including two children.", killed: exactly(5)),
    Case("Five people, including two children, were killed.", killed: exactly(5)),
    Case("The strike killed a soldier and two civilians.", killed: exactly(3)),
    Case("The gunman killed seven residents and a nurse.", killed: exactly(8)),
    Case("No one was hurt.", injured: exactly(0)),
    Case("There were no casualties.", killed: exactly(0), injured: exactly(0)),
    Case("Police reported no injuries.", injured: exactly(0)),
    Case("A 23-year-old man was shot dead.", killed: exactly(1)),
    Case("Rescuers said a dozen miners were missing.", missing: exactly(12)),
    Case("Scores of houses were destroyed and 40 acres burned."),
    Case("Some 300 drones and missiles were fired."),
    Case("The flood killed 40 cattle."),
    Case("More than 150 people died in the blaze.", killed: atLeast(150)),
    Case("The fire claimed the lives of two firefighters.", killed: exactly(2)),
    Case("Several students were injured.", injured: atLeast(3)),
    Case("Louis Jensen, 87, of Williston, was killed on Monday.", killed: exactly(1)),
    Case("The number of people killed in the collapse rose to 17.", killed: exactly(17)),
    Case("Police shot dead 34 striking miners.", killed: exactly(34)),
    Case("The strike killed eight people, four of them teachers.", killed: exactly(8)),
    Case("No firefighters were injured.", injured: exactly(0)),
  ]

  @Test(arguments: cases) func countsPeopleAndNothingElse(_ expected: Case) {
    let document = Document(expected.text)
    let sentence = SentenceReading(
      document: document, range: 0..<document.tokens.count, toponyms: [], dates: DateFinder(document).dates())
    let found = CasualtyFinder().casualties(in: sentence)
    func greatest(_ harm: CasualtyMention.Harm) -> Casualties.Count? {
      found.filter { $0.harm == harm }.map(\.count).max { $0.min < $1.min }
    }
    #expect(greatest(.killed) == expected.killed)
    #expect(greatest(.injured) == expected.injured)
    #expect(greatest(.missing) == expected.missing)
  }
}
