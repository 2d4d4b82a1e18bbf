import ArgumentParser
import DatelineKit
import FoundationEssentials
import Gazetteer
import Incidents
import Language

/// `dateline-lab evaluate-muc`: incidents against the templates of MUC-3/4, by cross-validation over articles.
struct EvaluateMUCCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-muc",
    abstract: "Scores incidents against MUC-4 templates, by cross-validation over articles.",
    discussion: """
      Alignment: in each article that has templates, every template against every extracted incident of a type that MUC \
      has (attack, shelling, air_strike, clash = ATTACK; bombing, explosion, suicide_bombing = BOMBING; abduction = \
      KIDNAPPING; destruction, fire = ARSON; crime = ROBBERY; labour_action = FORCED WORK STOPPAGE), paired one to one, \
      the pairs that agree on most first. Type: the same MUC type. Place: the finest name that the gazetteer knows within \
      25 km, of a department 161 km, or a country where only that is given; half for the right country. Date: the same day \
      or a day of the range; for an open one ("- 15 JAN 90") a day of the 31 before. Optional templates cost nothing. \
      Each F is over all firm templates and all incidents of those types.
      """)

  @Argument(help: "MUC-4 as JSON lines.")
  var corpus: String

  @OptionGroup var data: IncidentTrainingData

  func run() throws {
    let reader = try Newsreader.forTraining()
    let prepared = try data.prepare(reader)
    let articles = try MUCArticle.all(path: corpus)
    let stories = articles.map { article in
      prepared.lessons(of: article.gold(atlas: reader.atlas))
    }
    var (total, loose) = (MUCScore(), MUCScore())
    for fold in 0..<data.folds {
      let training = stories.enumerated().filter { $0.offset % data.folds != fold }.map(\.element)
      let extractor = IncidentExtractor(
        atlas: reader.atlas, model: IncidentModel(prepared.trainer.model(of: training)))
      let floor = Self.bestFloor(
        articles.indices.filter { $0 % data.folds != fold }.map { (articles[$0], stories[$0].story) }, extractor,
        reader.atlas)
      for (index, entry) in stories.enumerated() where index % data.folds == fold {
        let records = extractor.records(of: entry.story.reading).map(\.incident)
        let kept = records.filter { $0.confidence >= floor }
        if articles[index].templates.isEmpty {
          loose.add(kept, article: articles[index], atlas: reader.atlas)
        } else {
          total.add(kept, article: articles[index], atlas: reader.atlas)
        }
      }
    }
    print("\(articles.count { !$0.templates.isEmpty }) articles with templates: \(total)")
    print("\(articles.count { $0.templates.isEmpty }) articles without: \(loose.found) incidents of MUC's types")
  }

  /// The confidence from which on training articles score best by type.
  private static func bestFloor(
    _ training: [(article: MUCArticle, story: IncidentStory)], _ extractor: IncidentExtractor, _ atlas: Atlas
  ) -> Double {
    let sample = training.filter { !$0.article.templates.isEmpty }
    let records = sample.map { extractor.records(of: $0.story.reading).map(\.incident) }
    let floors = stride(from: 0.1, through: 0.6, by: 0.05)
    return floors.max { first, second in
      func f1(_ floor: Double) -> Double {
        var score = MUCScore()
        for (index, entry) in sample.enumerated() {
          score.add(records[index].filter { $0.confidence >= floor }, article: entry.article, atlas: atlas)
        }
        return score.f1(score.types)
      }
      return f1(first) < f1(second)
    } ?? 0.3
  }
}

/// How incidents agree with templates.
struct MUCScore: CustomStringConvertible {
  private(set) var found = 0
  private(set) var gold = 0
  private(set) var types = 0.0
  private(set) var places = 0.0
  private(set) var dates = 0.0

  mutating func add(_ incidents: [Incident], article: MUCArticle, atlas: Atlas) {
    let usable = incidents.filter { incident in Self.mucTypes.contains { $0.contains(incident.type) } }
    var pairs: [(credit: Double, type: Double, place: Double, date: Double, template: Int, incident: Int)] = []
    for (row, template) in article.templates.enumerated() {
      let site = MUCArticle.site(template, atlas: atlas)
      for (column, incident) in usable.enumerated() {
        let type = template.types.contains(incident.type) ? 1.0 : 0
        let place = Self.place(incident, site)
        let date = Self.date(incident, template)
        pairs.append((2 * type + place + date, type, place, date, row, column))
      }
    }
    pairs.sort { ($1.credit, $0.template, $0.incident) < ($0.credit, $1.template, $1.incident) }
    var (rows, columns): (Set<Int>, Set<Int>) = ([], [])
    var spared = 0
    for pair in pairs where !rows.contains(pair.template) && !columns.contains(pair.incident) {
      rows.insert(pair.template)
      columns.insert(pair.incident)
      if article.templates[pair.template].optional {
        spared += 1
        continue
      }
      types += pair.type
      places += pair.place
      dates += pair.date
    }
    found += usable.count - spared
    gold += article.templates.count { !$0.optional }
  }

  func f1(_ credit: Double) -> Double { found + gold == 0 ? 0 : 2 * credit / Double(found + gold) }

  var description: String {
    func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
    return
      "\(gold) templates, \(found) incidents; type F \(rounded(f1(types))), place F \(rounded(f1(places))), date F \(rounded(f1(dates)))"
  }

  private static let mucTypes: [Set<IncidentType>] = [
    [.attack, .shelling, .airStrike, .clash], [.bombing, .explosion, .suicideBombing], [.abduction],
    [.destruction, .fire], [.crime], [.labourAction],
  ]

  private static func place(_ incident: Incident, _ want: IncidentGold.Site) -> Double {
    let isThere = incident.sites.contains {
      want.isSame($0.coordinate, country: $0.country, isCountry: $0.precision == .country)
    }
    if isThere { return 1 }
    return incident.sites.contains { $0.country == want.country && want.country != nil } ? 0.5 : 0
  }

  private static func date(_ incident: Incident, _ template: MUCArticle.Template) -> Double {
    guard let (first, last) = template.days else { return incident.date.start == nil ? 1 : 0 }
    guard let start = incident.date.start else { return 0 }
    return start >= first ?? last.adding(days: -31) && start <= last ? 1 : 0
  }
}
