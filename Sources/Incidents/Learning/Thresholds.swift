import Glibc
func tuned(_ n: String, _ d: Double) -> Double { getenv("T_" + n).flatMap { Double(String(cString: $0)) } ?? d }
/// From which probability on something counts, and how votes weigh: tuned by cross-validation over articles.
enum Thresholds {
  /// A trigger.
  nonisolated(unsafe) static var trigger = tuned("trigger", 0.3)
  /// A name that stands where a scene stands by rule, as the site of a trigger.
  nonisolated(unsafe) static var site = tuned("site", 0.35)
  /// The same where its sentence has no other, or where it is what was attacked.
  nonisolated(unsafe) static var loneSite = tuned("loneSite", 0.12)
  /// A name that does not stand so.
  nonisolated(unsafe) static var bareSite = tuned("bareSite", 0.6)
  /// Further sites of one trigger, as a share of the best.
  nonisolated(unsafe) static var fellow = tuned("fellow", 0.6)
  /// Further sites of one event, as a share of the surest.
  nonisolated(unsafe) static var lesser = tuned("lesser", 0.6)
  /// A place named elsewhere as the site of an event that names none.
  nonisolated(unsafe) static var anchor = tuned("anchor", 0.4)
  /// A trigger that may be anchored so.
  nonisolated(unsafe) static var anchored = tuned("anchored", 0.5)
  /// Two mentions as one event.
  nonisolated(unsafe) static var same = tuned("same", 0.45)
  /// How likely two mentions are of one event, at least, where place, type and date agree by rule.
  nonisolated(unsafe) static var samePlace = tuned("samePlace", 0.55)
  /// A modality, before that which the rules find.
  nonisolated(unsafe) static var modality = tuned("modality", 0.6)
  /// A record.
  nonisolated(unsafe) static var record = tuned("record", 0.02)
  /// A record of what is planned or threatened, or of a text of three sentences at most: few such are coded, so the model trusts
  /// them less than they deserve.
  nonisolated(unsafe) static var rareRecord = tuned("rareRecord", 0.02)

  // MARK: Votes

  /// What a modality that the rules find adds to its probability.
  nonisolated(unsafe) static var rule = tuned("rule", 0.8)
  /// What an attribution that the rules find adds.
  nonisolated(unsafe) static var ruledDoer = tuned("ruledDoer", 0.3)
  /// What a rare attribution, denied or claimed, counts where no rule finds it.
  nonisolated(unsafe) static var rareDoer = tuned("rareDoer", 0.5)
  /// What a learned type counts beside that of the trigger word, which counts 1.
  nonisolated(unsafe) static var learnedType = tuned("learnedType", 0.5)
  /// What the types attack and other count, which often go with a more telling one.
  nonisolated(unsafe) static var plain = tuned("plain", 0.6)
  /// What the type of a word of harm alone counts.
  nonisolated(unsafe) static var harm = tuned("harm", 0.25)
}
