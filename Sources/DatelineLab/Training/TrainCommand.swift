import ArgumentParser
import Foundation
import Gazetteer
import Toponyms

/// `dateline-lab train`: trains tagger, ranker and confidence, and writes the model.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the toponym model.",
    discussion: "The same texts give the same model. `dateline-lab evaluate` measures it.")

  @OptionGroup var options: CorpusOptions

  @Option(help: "Number of folds by which the confidences are fitted to answers on texts unseen.")
  var folds = 5

  @Option(name: .shortAndLong, help: "The model to write.")
  var output: String

  func validate() throws {
    guard folds > 1 else { throw ValidationError("--folds takes 2 or more") }
  }

  func run() throws {
    let atlas = try Atlas(paths: [Atlas.defaultPath()])
    let corpora = try options.corpora(atlas)
    for corpus in corpora {
      print(
        "\(corpus.name): \(corpus.articles.count) articles, \(corpus.articles.reduce(0) { $0 + $1.toponyms.count }) toponyms"
      )
    }
    let articles = corpora.flatMap(\.articles)
    let trainer = ToponymTrainer(atlas: atlas, lowerCaseCounts: try options.lowerCaseCounts(articles))
    let validation = try CrossValidation(corpora, folds: folds, trainer: trainer) {
      print("fold \($0 + 1) of \(folds)")
    }
    for (name, scores) in validation.scores() { print(scores.lines(name).joined(separator: "\n")) }
    let bytes = trainer.train(trainer.prepare(articles), confidence: validation.confidence())
    try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    print("\(output): \(bytes.count) bytes")
  }
}
