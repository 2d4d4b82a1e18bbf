/// What happened, as INCIDENTS.md lists it.
public enum IncidentType: String, Sendable, CaseIterable {
  case airStrike = "air_strike"
  case shelling, bombing
  case suicideBombing = "suicide_bombing"
  case chemicalAttack = "chemical_attack"
  case explosion, clash
  case territoryChange = "territory_change"
  case attack
  case sexualViolence = "sexual_violence"
  case abduction, arrest, interception, destruction, protest
  case labourAction = "labour_action"
  case riot
  case militaryOperation = "military_operation"
  case deployment, ceasefire
  case cyberAttack = "cyber_attack"
  case earthquake, flood, storm, wildfire, landslide, volcano, tsunami, drought, epidemic
  case transportAccident = "transport_accident"
  case industrialAccident = "industrial_accident"
  case fire, collapse, spill, crime, other

  /// The family that colours and symbols follow.
  public var family: Family {
    switch self {
    case .airStrike, .shelling, .chemicalAttack, .interception: .strike
    case .bombing, .suicideBombing, .explosion: .explosion
    case .attack, .clash, .sexualViolence, .abduction, .destruction: .violence
    case .territoryChange, .militaryOperation, .deployment, .ceasefire: .military
    case .protest, .labourAction, .riot: .protest
    case .earthquake, .flood, .storm, .wildfire, .landslide, .volcano, .tsunami, .drought, .epidemic: .disaster
    case .transportAccident, .industrialAccident, .fire, .collapse, .spill: .accident
    case .arrest, .crime, .cyberAttack, .other: .other
    }
  }

  public enum Family: String, Sendable, CaseIterable {
    case strike, explosion, violence, military, protest, disaster, accident, other
  }

  /// "Air strike", "Military operation"
  public var title: String {
    let words = rawValue.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Types under which one and the same event may be told.
  func mayBe(_ other: IncidentType) -> Bool {
    if self == other { return true }
    let pair: Set = [self, other]
    return Self.sameEvent.contains { pair.isSubset(of: $0) }
  }

  private static let sameEvent: [Set<IncidentType>] = [
    [.airStrike, .attack, .explosion, .shelling], [.airStrike, .interception, .attack],
    [.bombing, .attack, .explosion, .suicideBombing], [.bombing, .interception], [.chemicalAttack, .attack],
    [.militaryOperation, .attack, .clash], [.fire, .explosion, .industrialAccident], [.wildfire, .fire],
    [.protest, .riot], [.flood, .storm, .landslide], [.earthquake, .tsunami], [.attack, .crime],
    [.abduction, .attack], [.collapse, .industrialAccident], [.other, .transportAccident], [.other, .flood],
    [.other, .storm], [.other, .fire], [.other, .collapse], [.other, .industrialAccident],
  ]
}
