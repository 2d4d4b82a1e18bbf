import Incidents
import TestSupport
import Testing

@testable import Formats

@Suite struct EventCodesTests {
  private let sample: Incident

  init() throws {
    sample = try #require(try SampleReport.report(in: TemporaryFolder()).incidents.first)
  }

  private func codes(
    _ type: IncidentType, _ modality: Modality = .occurred, doer: String? = nil, killed: Int? = nil, injured: Int? = nil
  ) -> [String?] {
    var incident = sample
    incident.type = type
    incident.modality = modality
    incident.actors = doer.map { [Actor(text: $0, role: .perpetrator)] } ?? []
    incident.casualties = Casualties(
      killed: killed.map { Casualties.Count(min: $0, max: $0) },
      injured: injured.map { Casualties.Count(min: $0, max: nil) }, missing: nil)
    let codes = EventCodes(incident)
    return [codes.event, codes.subEvent]
  }

  @Test func acledNamesWhatItWouldCode() {
    #expect(codes(.airStrike) == ["Explosions/Remote violence", "Air/drone strike"])
    #expect(codes(.attack, .attempted) == ["Violence against civilians", "Attack"])
    #expect(codes(.riot, .ongoing) == ["Riots", "Violent demonstration"])
  }

  @Test(arguments: [
    (IncidentType.airStrike, Modality.planned), (.attack, .threatened), (.attack, .foiled), (.earthquake, .occurred),
    (.fire, .occurred), (.crime, .occurred), (.labourAction, .occurred), (.explosion, .occurred),
    (.cyberAttack, .occurred),
  ]) func acledCodesNoneOfThese(type: IncidentType, modality: Modality) {
    #expect(codes(type, modality) == [nil, nil])
  }

  @Test func foiledStrikesAreDisruptedWeapons() {
    #expect(codes(.bombing, .foiled) == ["Explosions/Remote violence", "Disrupted weapons use"])
  }

  @Test func protestsAreCodedByWhatWasDoneToThem() {
    #expect(codes(.protest)[1] == "Peaceful protest")
    #expect(codes(.protest, killed: 0, injured: 0)[1] == "Peaceful protest")
    #expect(codes(.protest, injured: 4)[1] == "Protest with intervention")
    #expect(codes(.protest, killed: 2, injured: 4)[1] == "Excessive force against protesters")
  }

  @Test func territoryIsCodedByWhoTookIt() {
    #expect(codes(.territoryChange) == ["Battles", nil])
    #expect(codes(.territoryChange, doer: "Malian army")[1] == "Government regains territory")
    #expect(codes(.territoryChange, doer: "Tuareg rebels")[1] == "Non-state actor overtakes territory")
  }
}
