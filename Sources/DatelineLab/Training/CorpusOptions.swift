import ArgumentParser
import DatelineKit
import Gazetteer
import Language
import Toponyms

/// The texts with gold that training and evaluation read.
struct CorpusOptions: ParsableArguments {
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

  struct Corpus {
    var name: String
    var articles: [TrainingArticle]
  }

  func corpora(_ atlas: Atlas) throws -> [Corpus] {
    let finder = PlaceFinder(atlas: atlas)
    let homes = try homes.map { try TrainingArticle.homes(path: $0) } ?? [:]
    var corpora: [Corpus] = []
    if let lgl {
      corpora.append(
        Corpus(
          name: "LGL",
          articles: try TrainingArticle.corpus(path: lgl, marksDemonyms: true, homes: homes, reader: finder)
        ))
    }
    if let geovirus {
      corpora.append(
        Corpus(
          name: "GeoVirus", articles: try TrainingArticle.corpus(path: geovirus, marksDemonyms: false, reader: finder)))
    }
    let own = try paragraphs.flatMap { try TrainingArticle.paragraphs(path: $0, reader: finder) }
    if !own.isEmpty { corpora.append(Corpus(name: "own", articles: own)) }
    return corpora
  }

  /// Words by how often they stand in lower case, over the articles and the texts given: 1 seldom, 2 often, 3 mostly.
  func lowerCaseCounts(_ articles: [TrainingArticle]) throws -> [UInt64: UInt8] {
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
