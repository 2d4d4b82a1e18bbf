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
  /// For each of ``Attribution/allCases``, ``Modality/allCases`` and ``IncidentType/allCases`` how likely it is here.
  var attributions: [Double]
  var modalities: [Double]
  var types: [Double]
  /// Its number among the triggers of the sentence; nil where the sentence goes on with an event without a word for it.
  var trigger: Int?
}
