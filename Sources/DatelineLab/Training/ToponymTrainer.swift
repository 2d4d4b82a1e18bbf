import Foundation
import Gazetteer
import Language
import Toponyms

/// Trains tagger, ranker and confidence together.
struct ToponymTrainer {
  let atlas: Atlas
  let lowerCaseCounts: [UInt64: UInt8]
  var without: RankerFeature.Group?
  private let lowerCase: LowerCaseTable

  init(atlas: Atlas, lowerCaseCounts: [UInt64: UInt8], without: RankerFeature.Group? = nil) {
    self.atlas = atlas
    self.lowerCaseCounts = lowerCaseCounts
    self.without = without
    lowerCase = LowerCaseTable(lowerCaseCounts)
  }

  /// An article with what the tagger learns from.
  struct Prepared {
    var article: TrainingArticle
    var tagging: TaggerTrainer.Article
  }

  func prepare(_ articles: [TrainingArticle]) -> [Prepared] {
    articles.map { article in
      let views = TokenViews(article.document, atlas: atlas, lowerCase: lowerCase)
      return Prepared(article: article, tagging: TaggerTrainer.article(article, views: views, atlas: atlas))
    }
  }

  /// One article in so many is read in capitals too, as wire copy and headlines may come.
  private static let shouting = 4

  /// The bytes of a model.
  func train(_ articles: [Prepared], confidence: ConfidenceModel = .raw) -> [UInt8] {
    let shouted = prepare(
      articles.enumerated().filter { $0.offset % Self.shouting == 0 }.map(\.element.article.shouted))
    let tagger = TaggerTrainer().train((articles + shouted).map(\.tagging))
    let ranker = RankerTrainer(atlas: atlas, without: without).train(articles.map(\.article))
    return ToponymModel.encode(
      tagger: tagger, lowerCase: lowerCaseCounts, ranker: ranker, confidence: confidence)
  }

  static func model(_ bytes: [UInt8]) throws -> ToponymModel {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString).model").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try ToponymModel(path: path)
  }
}
