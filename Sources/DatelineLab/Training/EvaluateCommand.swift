import ArgumentParser
import DatelineKit
import Formats
import Foundation
import Gazetteer
import Language
import Toponyms

/// `dateline-lab evaluate`: the figures of the toponym model on texts that it was not trained on.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures recognition, resolution and confidence of toponyms.",
    discussion: """
      Without --model the corpora are cross-validated by article. Every gold toponym counts; what is not found or has no place
      counts as wrong. Distances are haversine's on a sphere of 6,371 km, as in the published evaluations.
      """)

  @OptionGroup var options: CorpusOptions

  @Option(help: "A model to measure instead, on corpora that it was not trained on.")
  var model: String?

  @Option(help: "Number of folds.")
  var folds = 5

  @Option(
    help:
      "A sort of evidence that the ranker does without: \(RankerFeature.Group.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var without: String?

  @Flag(help: "Reads the articles tested in capitals, as some wires send them.")
  var capitals = false

  @Option(help: ArgumentHelp("Writes the answers as JSON lines into a folder.", valueName: "folder"))
  var answers: String?

  @Option(help: "Prints that many of the wrong answers, the surest first.")
  var worst = 0

  func validate() throws {
    guard folds > 1 else { throw ValidationError("--folds takes 2 or more") }
    if let without, RankerFeature.Group(rawValue: without) == nil {
      throw ValidationError("--without knows no evidence named \(without)")
    }
  }

  func run() throws {
    let atlas = try Atlas(paths: [Atlas.defaultPath()])
    let corpora = try options.corpora(atlas)
    let results: [(name: String, answers: [ArticleAnswers])]
    if let model {
      let model = try ToponymModel(path: model)
      results = corpora.map { corpus in
        (
          corpus.name,
          corpus.articles.map {
            ArticleAnswers(
              $0, views: TokenViews($0.document, atlas: atlas, lowerCase: model.lowerCase), model: model, atlas: atlas)
          }
        )
      }
    } else {
      let trainer = ToponymTrainer(
        atlas: atlas, lowerCaseCounts: try options.lowerCaseCounts(corpora.flatMap(\.articles)),
        without: without.flatMap(RankerFeature.Group.init))
      let validation = try CrossValidation(corpora, folds: folds, trainer: trainer, shouted: capitals)
      results = Array(zip(validation.names, validation.answers))
    }
    for (name, answers) in results {
      var scores = ToponymScores()
      for answer in answers { scores.add(answer) }
      print(scores.lines(name).joined(separator: "\n"))
      if let folder = self.answers { try write(answers, corpus: name, to: folder) }
    }
    printWorst(results.flatMap(\.answers), atlas)
  }

  private func write(_ answers: [ArticleAnswers], corpus: String, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ what: String, _ list: (ArticleAnswers) -> [ResolvedToponym]) throws {
      let lines = answers.map { answer in
        ReportLines().toponyms(
          list(answer), of: answer.article.document, article: Article(id: answer.article.id, text: ""),
          atlas: answer.atlas,
          nullWhereUnresolved: what != "found")
      }
      let path = URL(fileURLWithPath: folder).appendingPathComponent("\(corpus).\(what).ndjson")
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: path)
    }
    try write("found") { $0.foundPlaces.map(\.toponym) }
    try write("placed") { $0.placed.map(\.toponym) }
    try write("placed-from-home") { $0.placedFromHome.map(\.toponym) }
  }

  private func printWorst(_ answers: [ArticleAnswers], _ atlas: Atlas) {
    var wrong: [(confidence: Double, line: String)] = []
    for answer in answers {
      for (index, gold) in answer.article.toponyms.enumerated() {
        guard let point = gold.point else { continue }
        let error = answer.kilometres(of: index, from: point, in: answer.placed)
        guard error > 161 else { continue }
        let place = answer.placed[index].toponym.place.map { atlas[$0] }
        let document = answer.article.document
        let name = document.text(ofBytes: gold.bytes)
        let around = max(0, gold.bytes.lowerBound - 40)..<min(document.utf8.count, gold.bytes.upperBound + 40)
        let context = String(decoding: document.utf8[around], as: UTF8.self).replacingOccurrences(of: "\n", with: " ")
        let got = place.map { "\($0.name) \($0.country ?? "") \($0.kind.word) \($0.coordinate)" } ?? "nowhere"
        wrong.append(
          (
            answer.placed[index].toponym.confidence,
            "\(answer.article.id)  \(name)  gold \(point)  got \(got)  \(Int(error)) km  … \(context) …"
          ))
      }
    }
    for (confidence, line) in wrong.sorted(by: { ($1.confidence, $0.line) < ($0.confidence, $1.line) }).prefix(worst) {
      print("\(Double((confidence * 1000).rounded() / 1000))  \(line)")
    }
  }
}
