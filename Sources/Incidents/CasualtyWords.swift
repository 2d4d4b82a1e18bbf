/// The words by which news counts people who came to harm.
enum CasualtyWords {
  /// How a word of harm stands to those whom it happened to.
  enum Stance {
    /// "killing seven": they follow.
    case active
    /// "seven died", "seven dead": they stand before.
    case passive
    /// "killed seven", "seven were killed"
    case either
    /// "seven deaths", "a toll of seven"
    case noun
  }

  static let harms: [String: (harm: CasualtyMention.Harm, stance: Stance)] = [
    "killed": (.killed, .either), "killing": (.killed, .active), "kills": (.killed, .active),
    "kill": (.killed, .active),
    "dead": (.killed, .passive), "died": (.killed, .passive), "dies": (.killed, .passive), "die": (.killed, .passive),
    "perished": (.killed, .passive), "drowned": (.killed, .passive), "slain": (.killed, .passive),
    "murdered": (.killed, .either), "executed": (.killed, .either), "assassinated": (.killed, .either),
    "massacred": (.killed, .either), "beheaded": (.killed, .either), "lynched": (.killed, .either),
    "slaughtered": (.killed, .either), "deaths": (.killed, .noun), "fatalities": (.killed, .noun),
    "bodies": (.killed, .noun), "succumbed": (.killed, .passive), "fatally": (.killed, .passive),
    "injured": (.injured, .either), "injuring": (.injured, .active), "injures": (.injured, .active),
    "wounded": (.injured, .either), "wounding": (.injured, .active), "wounds": (.injured, .active),
    "hurt": (.injured, .either), "hurting": (.injured, .active), "injuries": (.injured, .noun),
    "hospitalized": (.injured, .passive), "hospitalised": (.injured, .passive), "missing": (.missing, .passive),
    "unaccounted": (.missing, .passive), "hurts": (.injured, .active),
  ]

  /// Deeds that hurt, and kill only where the text says so.
  static let wounding: Set<String> = [
    "stabbed", "shot", "beaten", "knifed", "slashed", "mauled", "bitten", "burned", "scalded", "trampled", "bludgeoned",
    "hacked", "strangled", "crushed", "stabbing", "shooting",
  ]

  /// Numbers that are none: the least that they mean.
  static let vague: [String: Int] = [
    "several": 3, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
  ]

  static let auxiliaries: Set<String> = [
    "was", "were", "been", "being", "be", "is", "are", "have", "has", "had", "got", "reported", "reportedly", "feared",
    "confirmed", "also", "later", "critically", "seriously", "badly", "slightly", "severely", "lightly", "left",
    "gravely", "fatally", "believed", "presumed", "who", "that", "instantly", "mortally", "allegedly", "both", "all",
    "pronounced", "found", "declared", "still", "to", "have", "remain", "remained", "listed", "either", "or",
    "mysteriously", "brutally", "apparently", "people", "and", "shot",
  ]

  /// Words between a quantifier and its noun.
  static let articles: Set<String> = [
    "the", "another", "other", "some", "about", "around", "nearly", "almost", "an", "a",
  ]

  /// Nouns that no one would count as victims.
  static let things: Set<String> = [
    "percent", "per", "%", "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours",
    "minute",
    "minutes", "dollars", "euros", "pounds", "acres", "hectares", "miles", "mile", "km", "kilometers", "kilometres",
    "feet", "metres", "meters", "tons", "tonnes", "houses", "homes", "house", "home", "buildings", "building", "cars",
    "car", "vehicles", "vehicle", "drones", "drone", "missiles", "missile", "rockets", "rocket", "shells", "bombs",
    "bomb", "shots", "rounds", "times", "p.m", "a.m", "pm", "am", "degrees", "cattle", "animals", "horses", "cows",
    "sheep", "birds", "chickens", "pigs", "dogs", "dog", "trees", "cases", "attacks", "million", "billion", "shops",
    "villages", "towns", "provinces", "districts", "countries", "families", "blast", "blasts", "explosions",
    "gunshots", "attempt", "tanks", "aircraft", "planes", "boats", "ships", "crash", "accident", "collision", "fire",
    "flood", "earthquake", "bullet", "others' ", "counts", "count", "charges", "occasions", "incident", "attack",
    "shooting", "result", "hospital", "number", "lot", "row", "series", "statement", "report", "state", "city", "town",
    "province", "storm", "string", "time", "road", "street", "year-old", "magnitude",
  ]

  /// One of them is a victim: "a girl", "the driver".
  static let persons: Set<String> = [
    "person", "man", "woman", "child", "boy", "girl", "civilian", "soldier", "officer", "policeman", "policewoman",
    "militant", "rebel", "fighter", "gunman", "passenger", "worker", "miner", "student", "resident", "teenager", "teen",
    "adult", "driver", "pedestrian", "firefighter", "sailor", "guard", "insurgent", "attacker", "worshipper",
    "journalist", "reporter", "employee", "tourist", "baby", "infant", "toddler", "marine", "pilot", "bystander",
    "farmer", "pilgrim", "refugee", "suspect", "commander", "inmate", "prisoner", "shopper", "motorist", "motorcyclist",
    "cyclist", "bicyclist", "nurse", "doctor", "teacher", "shopkeeper", "trooper", "deputy", "patient", "neighbor",
    "neighbour", "villager", "protester", "demonstrator", "migrant", "hunter", "fisherman", "captain", "mother",
    "father", "son", "daughter", "brother", "sister", "wife", "husband", "couple", "other", "peasant", "priest",
    "judge", "mayor", "leader", "member", "businessman", "engineer", "youth", "victim", "general", "colonel", "captain",
    "lieutenant", "sergeant", "corporal", "minister", "senator", "hostage", "bomber", "robber", "crewman", "crewmember",
    "jogger", "clerk", "cameraman", "lawyer", "politician", "grandmother", "grandfather", "sheriff", "cop", "constable",
    "policeman", "paramedic", "medic", "volunteer", "one", "guardsman", "laborer", "labourer", "operator", "owner",
    "manager", "native", "national", "assailant", "terrorist", "guerrilla", "sentry", "bodyguard", "chauffeur",
  ]
}
