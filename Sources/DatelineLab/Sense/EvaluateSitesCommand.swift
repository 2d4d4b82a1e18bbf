import ArgumentParser
import DatelineKit
import FoundationEssentials
import Incidents

/// `dateline-lab evaluate-sites`: how well the site model finds where a marked trigger's event happened.
struct EvaluateSitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-sites",
    abstract: "Cross-validates the site model by sentence, each sentence judged by a model that never saw its text.")

  @Argument(help: "Sentences with a trigger and its sites, as JSON lines.")
  var corpus: String

  @Option(help: "The table of trigger words.")
  var triggers = "Gazetteer/tables/triggers.tsv"

  @Option(help: "Number of folds.")
  var folds = 5

  @Option(help: "The least probability of a site.")
  var least = 0.4

  @Option(help: "The least probability of a further one.")
  var fellow = 0.5

  @Flag(help: "Toponyms alone, no other capitalised phrases.")
  var toponymsOnly = false

  @Option(name: .shortAndLong, help: "Where to write what was found, for score.py.")
  var output: String?

  func run() throws {
    let gold = try EventSite.all(path: corpus)
    let lexicon = TriggerLexicon(table: try String(contentsOfFile: triggers, encoding: .utf8))
    let reader = try Newsreader.forTraining()
    let readings = gold.map { EventSiteReading($0, reader: reader, lexicon: lexicon) }
    let lost = readings.reduce(0) { $0 + ($1?.lost ?? 0) }
    let total = readings.reduce(0) { $0 + ($1?.gold ?? 0) }
    print("\(gold.count) sentences, \(total) sites, \(lost) of them no candidate")
    // equal texts share a fold
    var folder: [String: Int] = [:]
    for sentence in gold where folder[sentence.text] == nil { folder[sentence.text] = folder.count % folds }
    var found = gold.map { _ in [Range<Int>]() }
    for fold in 0..<folds {
      let training = gold.indices.filter { folder[gold[$0].text] != fold }.flatMap { readings[$0]?.examples ?? [] }
      let weights = Self.trainer.train(training)
      for index in gold.indices where folder[gold[index].text] == fold {
        guard var reading = readings[index] else { continue }
        if toponymsOnly { reading.candidates.removeAll { !$0.isToponym } }
        found[index] = reading.sites(by: weights, least: least, fellow: fellow)
      }
    }
    var score = SpanWordScore()
    for index in gold.indices {
      score.add(
        found[index], gold: gold[index].sites.filter { $0.count == 2 }.map { $0[0]..<$0[1] }, text: gold[index].text)
    }
    print(
      "token F1 \(score.f1), precision \(Double(score.hits) / Double(max(score.found, 1))), recall \(Double(score.hits) / Double(max(score.gold, 1)))"
    )
    if let output {
      let lines = found.enumerated().map { index, spans in
        "{\"id\": \(index), \"sites\": [\(spans.map { "[\($0.lowerBound), \($0.upperBound)]" }.joined(separator: ", "))]}\n"
      }
      try Data(lines.joined().utf8).write(to: URL(filePath: output), options: .atomic)
    }
  }

  static let trainer = LogisticTrainer(bits: 17, epochs: 8, rate: 0.08, decay: 2e-5)
}
