import Language
import Toponyms

/// One telling of an event in one sentence.
struct EventMention {
  var type: IncidentType
  var isVerb: Bool
  /// Told by a word of harm alone: "killed", which fits many types.
  var isHarm: Bool
  var isPlural: Bool
  /// "the strike", "that attack": something told before.
  var isDefinite: Bool
  var sentence: Int
  var position: Int
  var bytes: Range<Int>
  var modality: Modality
  /// The modality by rule alone.
  var ruledModality: Modality
  var attribution: Attribution
  var actors: [Actor]
  /// The perpetrator's country or name, folded, for telling whether two mentions are one event.
  var perpetrator: String?
  var sites: [SiteMention]
  var date: IncidentDate
  var casualties: Casualties
  /// The probability that it tells of an event that counts.
  var probability: Double
  /// For each of ``Modality/allCases`` how likely it is here.
  var modalities: [Double]
  /// What stands around its trigger.
  var standing: FeatureBag
  /// The type that its trigger tells.
  var told: IncidentType
  /// How sure the sentence is of who did it, where that is all that it tells.
  var blamed: Attribution?
  /// Its number among the triggers of the sentence; nil where the sentence goes on with an event without a word for it.
  var trigger: Int?
}

extension IncidentModel {
  /// For each type the numbers of the types under which the same event may be told.
  private static let kin: [IncidentType: [Int]] = Dictionary(
    uniqueKeysWithValues: IncidentType.allCases.map { type in
      (type, IncidentType.allCases.indices.filter { type.mayBe(IncidentType.allCases[$0]) })
    })

  /// For each of ``Attribution/allCases`` how likely it is of a mention.
  func attributions(of mention: EventMention) -> [Double] {
    if let blamed = mention.blamed { return Attribution.allCases.map { $0 == blamed ? 1 : 0 } }
    return attribution.probabilities(mention.standing, labels: Attribution.allCases.count)
  }

  /// For each of ``IncidentType/allCases`` how likely it is of a mention.
  func types(of mention: EventMention) -> [Double] {
    types.probabilities(
      mention.standing, labels: IncidentType.allCases.count, among: Self.kin[mention.told] ?? [])
  }
}
