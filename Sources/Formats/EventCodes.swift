import Incidents

/// How other people's codebooks name an incident.
struct EventCodes {
  /// ACLED's event and sub-event; nil where ACLED would not code it.
  var event: String?
  var subEvent: String?
  /// PLOVER's event and mode, as `ASSAULT/aerial`.
  var plover: String?

  init(_ incident: Incident) {
    plover = Self.plover[incident.type]
    switch incident.modality {
    case .planned, .threatened: return
    case .foiled:
      guard [.airStrike, .shelling, .bombing, .suicideBombing, .interception].contains(incident.type) else { return }
      (event, subEvent) = ("Explosions/Remote violence", "Disrupted weapons use")
      return
    case .occurred, .attempted, .ongoing: break
    }
    guard let codes = Self.acled[incident.type] else { return }
    (event, subEvent) = codes
    switch incident.type {
    case .protest: subEvent = Self.protest(incident.casualties)
    case .territoryChange: subEvent = Self.territory(incident.actors)
    default: break
    }
  }

  /// Whether force was used against those who protested.
  private static func protest(_ casualties: Casualties) -> String {
    if casualties.killed?.min ?? 0 > 0 { return "Excessive force against protesters" }
    return casualties.injured?.min ?? 0 > 0 ? "Protest with intervention" : "Peaceful protest"
  }

  /// Who took it; nil where nobody is told.
  private static func territory(_ actors: [Actor]) -> String? {
    guard let doer = actors.first(where: { $0.role == .perpetrator })?.text else { return nil }
    let words = doer.lowercased().split { !$0.isLetter }.map(String.init)
    let isState = words.contains { ["army", "government", "troops", "soldiers", "military", "police"].contains($0) }
    return isState ? "Government regains territory" : "Non-state actor overtakes territory"
  }

  private static let acled: [IncidentType: (String, String)] = [
    .airStrike: ("Explosions/Remote violence", "Air/drone strike"),
    .shelling: ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    .bombing: ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    .suicideBombing: ("Explosions/Remote violence", "Suicide bomb"),
    .chemicalAttack: ("Explosions/Remote violence", "Chemical weapon"),
    .clash: ("Battles", "Armed clash"), .militaryOperation: ("Battles", "Armed clash"),
    .territoryChange: ("Battles", "Non-state actor overtakes territory"),
    .attack: ("Violence against civilians", "Attack"),
    .sexualViolence: ("Violence against civilians", "Sexual violence"),
    .abduction: ("Violence against civilians", "Abduction/forced disappearance"),
    .arrest: ("Strategic developments", "Arrests"), .interception: ("Strategic developments", "Disrupted weapons use"),
    .destruction: ("Strategic developments", "Looting/property destruction"),
    .deployment: ("Strategic developments", "Change to group/activity"),
    .ceasefire: ("Strategic developments", "Agreement"),
    .protest: ("Protests", "Peaceful protest"), .riot: ("Riots", "Violent demonstration"),
  ]

  private static let plover: [IncidentType: String] = [
    .airStrike: "ASSAULT/aerial", .shelling: "ASSAULT/heavy-weapons", .bombing: "ASSAULT/explosives",
    .suicideBombing: "ASSAULT/suicide-attack",
    .chemicalAttack: "ASSAULT/unconventional", .clash: "ASSAULT/firearms", .territoryChange: "RETREAT/withdraw",
    .attack: "ASSAULT/targeted",
    .sexualViolence: "ASSAULT/sexual", .abduction: "ASSAULT/abduct", .arrest: "COERCE/arrest",
    .destruction: "ASSAULT/destroy",
    .protest: "PROTEST/demo", .labourAction: "PROTEST/strike", .riot: "PROTEST/riot", .militaryOperation: "ASSAULT",
    .deployment: "MOBILIZE/troops",
    .ceasefire: "RETREAT/ceasefire", .cyberAttack: "COERCE/cyber",
  ]
}
