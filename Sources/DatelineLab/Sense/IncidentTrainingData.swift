import ArgumentParser
import DatelineKit
import FoundationEssentials
import Incidents

/// What the incident model is trained on.
struct IncidentTrainingData: ParsableArguments {
  @Option(help: "Sentences with a trigger and its sites, as JSON lines.")
  var eventSites: String?

  @Option(help: "Articles with their incidents: files of JSON (.json) or of JSON lines; may be repeated.")
  var gold: [String] = []

  @Option(help: "A folder of such files (.json).")
  var goldFolder: String?

  @Option(help: "Incidents of articles whose texts are elsewhere, as JSON lines; an id is CORPUS:ID.")
  var coded: String?

  @Option(help: "The texts of those, as CORPUS=FILE; may be repeated.")
  var texts: [String] = []

  @Option(help: "The table of trigger words.")
  var triggers = "Gazetteer/tables/triggers.tsv"

  @Option(help: "Number of folds.")
  var folds = 5

  struct Prepared {
    var stories: [(story: IncidentStory, lessons: IncidentLessons)]
    var trainer: IncidentTrainer
    let lessons: (IncidentGold) -> (story: IncidentStory, lessons: IncidentLessons)

    func lessons(of gold: IncidentGold) -> (story: IncidentStory, lessons: IncidentLessons) { lessons(gold) }
  }

  /// Reads everything.
  func prepare(_ reader: Newsreader) throws -> Prepared {
    let table = try String(contentsOfFile: triggers, encoding: .utf8)
    let lexicon = TriggerLexicon(table: table)
    var paths = gold
    if let goldFolder {
      paths += try FileManager.default.contentsOfDirectory(atPath: goldFolder).filter { $0.hasSuffix(".json") }.sorted()
        .map { "\(goldFolder)/\($0)" }
    }
    var common = IncidentLessons()
    if let eventSites {
      common.sites = try EventSite.all(path: eventSites).flatMap {
        EventSiteReading($0, reader: reader, lexicon: lexicon)?.examples ?? []
      }
    }
    let siteWeights = EvaluateSitesCommand.trainer.train(common.sites)
    let lessons = { (gold: IncidentGold) -> (story: IncidentStory, lessons: IncidentLessons) in
      let story = IncidentStory(gold, reader: reader, lexicon: lexicon)
      return (story, IncidentLessons(story, atlas: reader.atlas, siteWeights: siteWeights))
    }
    return Prepared(
      stories: try (IncidentGold.all(paths: paths) + codedArticles()).map(lessons),
      trainer: IncidentTrainer(atlas: reader.atlas, table: table, common: common, folds: folds), lessons: lessons)
  }

  /// The articles of `coded`, each with its text.
  private func codedArticles() throws -> [IncidentGold] {
    guard let coded else { return [] }
    var bodies: [String: GoldArticle] = [:]
    for option in texts {
      let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--texts takes CORPUS=FILE, not \(option)") }
      for article in try GoldArticle.all(path: parts[1]) { bodies["\(parts[0]):\(article.id ?? "")"] = article }
    }
    return try IncidentGold.all(paths: [coded]).map { gold in
      guard let article = bodies[gold.id] else {
        throw ValidationError("\(coded): no text for \(gold.id); give --texts")
      }
      var gold = gold
      gold.text = article.text
      gold.url = article.url
      return gold
    }
  }
}
