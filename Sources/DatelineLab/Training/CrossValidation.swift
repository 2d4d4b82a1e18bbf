import Gazetteer
import Language
import Toponyms

/// Answers for every article of some corpora, each from a model that was trained on the other folds.
struct CrossValidation {
  let names: [String]
  /// By corpus and article.
  private(set) var answers: [[ArticleAnswers]]

  /// - Parameters:
  ///   - shouted: the articles tested are read in capitals.
  ///   - progress: told of each fold as it ends.
  init(
    _ corpora: [CorpusOptions.Corpus], folds: Int, trainer: ToponymTrainer, shouted: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws {
    names = corpora.map(\.name)
    let prepared = corpora.map { trainer.prepare($0.articles) }
    let tested = shouted ? corpora.map { trainer.prepare($0.articles.map(\.shouted)) } : prepared
    var answers = prepared.map { $0.map { _ in ArticleAnswers?.none } }
    for fold in 0..<folds {
      let training = prepared.flatMap { $0.enumerated().filter { $0.offset % folds != fold }.map(\.element) }
      let model = try ToponymTrainer.model(trainer.train(training))
      for (corpus, articles) in tested.enumerated() {
        for (number, article) in articles.enumerated() where number % folds == fold {
          answers[corpus][number] = ArticleAnswers(
            article.article, views: article.tagging.views, model: model, atlas: trainer.atlas)
        }
      }
      progress(fold)
    }
    self.answers = answers.map { $0.compactMap { $0 } }
    // each fold is trusted by what the others showed
    for fold in 0..<folds {
      let model = confidence { $0 % folds != fold }
      for corpus in self.answers.indices {
        for number in self.answers[corpus].indices where number % folds == fold {
          self.answers[corpus][number].trust(by: model)
        }
      }
    }
  }

  /// The confidence that the answers of some articles, by their numbers, bear out.
  func confidence(where isUsed: (Int) -> Bool = { _ in true }) -> ConfidenceModel {
    var trainer = ConfidenceTrainer()
    for corpus in answers {
      for (number, article) in corpus.enumerated() where isUsed(number) { trainer.add(article) }
    }
    return trainer.model()
  }

  func scores() -> [(name: String, scores: ToponymScores)] {
    zip(names, answers).map { name, answers in
      var scores = ToponymScores()
      for answer in answers { scores.add(answer) }
      return (name, scores)
    }
  }
}
