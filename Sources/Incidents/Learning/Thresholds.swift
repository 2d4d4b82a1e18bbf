/// From which probability on something counts, and how votes weigh: tuned by cross-validation over articles.
enum Thresholds {
  /// A trigger.
  static let trigger = 0.2
  /// A name that stands where a scene stands by rule, as the site of a trigger.
  static let site = 0.3
  /// The same where its sentence has no other, or where it is what was attacked.
  static let loneSite = 0.12
  /// A name that does not stand so.
  static let bareSite = 0.45
  /// Further sites of one trigger, as a share of the best.
  static let fellow = 0.6
  /// A site of one trigger that another claims too, as a share of the other's.
  static let claim = 0.5
  /// Further sites of one event, as a share of the surest.
  static let lesser = 0.6
  /// A place named elsewhere as the site of an event that names none.
  static let anchor = 0.4
  /// A trigger that may be anchored so.
  static let anchored = 0.3
  /// Two mentions as one event.
  static let same = 0.45
  /// How likely two mentions are of one event, at least, where place, type and date agree by rule.
  static let samePlace = 0.55
  /// A modality, before that which the rules find.
  static let modality = 0.6
  /// A record.
  static let record = 0.2
  /// A record of what is planned or threatened, or of a text of three sentences at most: few such are coded, so the model trusts
  /// them less than they deserve.
  static let rareRecord = 0.12

  // MARK: Votes

  /// What a modality that the rules find adds to its probability.
  static let rule = 1.2
  /// What an attribution that the rules find adds.
  static let ruledDoer = 0.3
  /// What a doubt that the rules find in one mention counts, as a share of all mentions' weight.
  static let statedDoubt = 0.5
  /// What a rare attribution, denied or claimed, counts where no rule finds it.
  static let rareDoer = 0.5
  /// What a learned type counts beside that of the trigger word, which counts 1.
  static let learnedType = 0.5
  /// What the types attack and other count, which often go with a more telling one.
  static let plain = 0.6
  /// What the type of a word of harm alone counts.
  static let harm = 0.25
}
