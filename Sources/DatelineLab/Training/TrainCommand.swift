import ArgumentParser
import Coordinates
import DatelineKit
import Foundation
import Gazetteer
import Language
import Toponyms

/// `dateline-lab train`: trains tagger and ranker, reports cross-validation, writes the model.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "train", abstract: "Trains the toponym model.")

  @Option(help: "The Local-Global Lexicon as JSON lines.")
  var lgl: String?

  @Option(help: "The homes of its outlets: domain and place, tab-separated.")
  var homes: String?

  @Option(help: "GeoVirus as JSON lines.")
  var geovirus: String?

  @Option(help: "The project's own paragraphs.")
  var paragraphs: [String] = []

  @Option(help: "Texts for counting words in lower case: files of any sort.")
  var texts: [String] = []

  @Flag(help: "Cross-validate by document before training on all.")
  var validate = false

  @Option(help: "Number of folds.")
  var folds = 5

  @Option(name: .shortAndLong, help: "The model to write.")
  var output: String?

  func run() throws {
    let atlas = try Atlas(paths: [Atlas.defaultPath()])
    let reader = PlaceFinder(atlas: atlas)
    let homeTable = try homes.map { try TrainingArticle.homes(path: $0) } ?? [:]
    var corpora: [(name: String, articles: [TrainingArticle])] = []
    if let lgl {
      corpora.append(
        ("LGL", try TrainingArticle.corpus(path: lgl, marksDemonyms: true, homes: homeTable, reader: reader)))
    }
    if let geovirus {
      corpora.append(("GeoVirus", try TrainingArticle.corpus(path: geovirus, marksDemonyms: false, reader: reader)))
    }
    let own = try paragraphs.flatMap { try TrainingArticle.paragraphs(path: $0, reader: reader) }
    if !own.isEmpty { corpora.append(("own", own)) }
    let lowerCaseCounts = try lowerCaseCounts(corpora.flatMap(\.articles))
    let lowerCase = LowerCaseTable(lowerCaseCounts)
    print(
      corpora.map {
        "\($0.name): \($0.articles.count) articles, \($0.articles.reduce(0) { $0 + $1.toponyms.count }) toponyms"
      }.joined(separator: "\n"))

    let prepared = corpora.map { corpus in
      corpus.articles.map { article -> PreparedArticle in
        let views = TokenViews(article.document, atlas: atlas, lowerCase: lowerCase)
        return PreparedArticle(
          article: article, stretches: TaggerTrainer.stretches(article, views: views, atlas: atlas), views: views)
      }
    }
    if validate { crossValidate(corpora.map(\.name), prepared, atlas: atlas, lowerCase: lowerCase) }
    guard let output else { return }
    let all = prepared.flatMap { $0 }
    let tagger = TaggerTrainer().train(all.flatMap(\.stretches))
    let ranker = RankerTrainer(atlas: atlas).train(all.map(\.article))
    let bytes = ToponymModel.encode(
      tagger: tagger, lowerCase: lowerCaseCounts, ranker: ranker.weights,
      calibration: [0, 1])
    try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    print("\(output): \(bytes.count) bytes, \(tagger.weights.count) features")
  }

  struct PreparedArticle {
    var article: TrainingArticle
    var stretches: [TaggerTrainer.Stretch]
    var views: TokenViews
  }

  /// Each corpus by folds of its documents, trained on the rest of all.
  private func crossValidate(_ names: [String], _ corpora: [[PreparedArticle]], atlas: Atlas, lowerCase: LowerCaseTable)
  {
    var recognised = names.map { _ in SpanScore() }
    var placed = names.map { _ in PlaceScore() }
    var atHome = names.map { _ in PlaceScore() }
    for fold in 0..<folds {
      let training = corpora.flatMap { $0.enumerated().filter { $0.offset % folds != fold }.map(\.element) }
      let tagger = TaggerTrainer().train(training.flatMap(\.stretches))
      let ranker = RankerTrainer(atlas: atlas).train(training.map(\.article))
      let bytes = ToponymModel.encode(tagger: tagger, lowerCase: [:], ranker: ranker.weights, calibration: [0, 1])
      guard let model = try? temporaryModel(bytes) else { continue }
      for (number, corpus) in corpora.enumerated() {
        for article in corpus.enumerated().filter({ $0.offset % folds == fold }).map(\.element) {
          let found = Recognizer(atlas: atlas, model: model).toponyms(
            in: article.article.document, views: article.views)
          let counted = article.article.marksDemonyms ? found : found.filter { $0.form != .demonym }
          recognised[number].add(counted.map(\.bytes), gold: article.article.toponyms.map(\.bytes))
          let resolver = Resolver(atlas: atlas, model: model)
          placed[number].add(
            article.article, resolver: resolver, recognizer: ToponymReader(atlas: atlas), home: nil, atlas: atlas)
          if let home = article.article.home {
            atHome[number].add(
              article.article, resolver: resolver, recognizer: ToponymReader(atlas: atlas), home: home, atlas: atlas)
          }
        }
      }
    }
    for (number, name) in names.enumerated() {
      print(
        "\(name): recognition \(recognised[number]); resolution \(placed[number])"
          + (atHome[number].total > 0 ? "; with home \(atHome[number])" : ""))
    }
  }

  private func temporaryModel(_ bytes: [UInt8]) throws -> ToponymModel {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dateline-\(UInt64.random(in: 0...UInt64.max)).model"
    ).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try ToponymModel(path: path)
  }

  /// Words by how often they stand in lower case, over the training texts and those given.
  private func lowerCaseCounts(_ articles: [TrainingArticle]) throws -> [UInt64: UInt8] {
    var counts: [UInt64: (lower: Int, upper: Int)] = [:]
    func count(_ document: Document) {
      let starts = Set(document.sentences.compactMap(\.tokens.first))
      for (index, token) in document.tokens.enumerated() where token.kind == .word && !starts.contains(index) {
        if token.shape.contains(.capitalised) {
          counts[token.hash, default: (0, 0)].upper += 1
        } else {
          counts[token.hash, default: (0, 0)].lower += 1
        }
      }
    }
    for article in articles { count(article.document) }
    for path in texts { count(Document(try String(contentsOfFile: path, encoding: .utf8))) }
    return counts.compactMapValues { lower, upper -> UInt8? in
      guard lower >= 2 else { return nil }
      return lower > 4 * upper ? 3 : lower > upper ? 2 : 1
    }
  }
}

/// Exact spans found.
struct SpanScore: CustomStringConvertible {
  var (right, found, gold) = (0, 0, 0)

  mutating func add(_ spans: [Range<Int>], gold wanted: [Range<Int>]) {
    right += Set(spans).intersection(wanted).count
    found += spans.count
    gold += wanted.count
  }

  var description: String {
    let (p, r) = (Double(right) / Double(max(found, 1)), Double(right) / Double(max(gold, 1)))
    return "P \(rounded(p)) R \(rounded(r)) F1 \(rounded(2 * p * r / max(p + r, 1e-9)))"
  }
}

/// Gold spans placed within 161 km.
struct PlaceScore: CustomStringConvertible {
  var (right, total) = (0, 0)

  mutating func add(
    _ article: TrainingArticle, resolver: Resolver, recognizer: ToponymReader, home: PlaceID?, atlas: Atlas
  ) {
    let toponyms = recognizer.toponyms(ofSpans: article.toponyms.map(\.bytes), in: article.document)
    for (resolved, gold) in zip(resolver.resolve(toponyms, in: article.document, home: home), article.toponyms) {
      guard let point = gold.point else { continue }
      total += 1
      guard let place = resolved.place else { continue }
      let chord = EarthVector(atlas[place].coordinate).squaredChord(to: EarthVector(point)).squareRoot()
      if chord <= 161_000 { right += 1 }
    }
  }

  var description: String { "acc@161 \(rounded(Double(right) / Double(max(total, 1)))) of \(total)" }
}

private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
