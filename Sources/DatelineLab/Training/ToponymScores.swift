import Coordinates
import Foundation
import Gazetteer
import Language
import Toponyms

/// What a model answers for one article: what it finds by itself, and where it puts the gold's names.
struct ArticleAnswers {
  typealias Placed = (toponym: ResolvedToponym, signs: ConfidenceSigns)

  let article: TrainingArticle
  let found: [(toponym: Toponym, signs: ConfidenceSigns)]
  private(set) var foundPlaces: [Placed]
  private(set) var placed: [Placed]
  /// As `placed`, told the outlet's home; empty where it is not known.
  private(set) var placedFromHome: [Placed]
  let atlas: Atlas

  init(_ article: TrainingArticle, views: TokenViews, model: ToponymModel, atlas: Atlas) {
    self.article = article
    self.atlas = atlas
    found = Recognizer(atlas: atlas, model: model).answers(in: article.document, views: views)
    let resolver = Resolver(atlas: atlas, model: model)
    foundPlaces = resolver.answers(found.map(\.toponym), in: article.document, home: nil)
    let toponyms = ToponymReader(atlas: atlas).toponyms(
      ofSpans: article.toponyms.map(\.bytes), in: article.document)
    placed = resolver.answers(toponyms, in: article.document, home: nil)
    placedFromHome = article.home.map { resolver.answers(toponyms, in: article.document, home: $0) } ?? []
  }

  /// The confidences as another model computes them.
  mutating func trust(by model: ConfidenceModel) {
    for (index, found) in found.enumerated() {
      foundPlaces[index].toponym.toponym.confidence = model.ofSpan(found.signs)
      foundPlaces[index].toponym.confidence =
        model.ofSpan(found.signs) * model.ofPlace(foundPlaces[index].signs)
    }
    for index in placed.indices { placed[index].toponym.confidence = model.ofPlace(placed[index].signs) }
    for index in placedFromHome.indices {
      placedFromHome[index].toponym.confidence = model.ofPlace(placedFromHome[index].signs)
    }
  }

  /// How far an answer lies from a point; the Earth's half girth where there is none.
  func kilometres(of index: Int, from gold: Coordinate, in placed: [Placed]) -> Double {
    placed[index].toponym.place.map { haversineKilometres(atlas[$0].coordinate, gold) } ?? farthestKilometres
  }
}

extension TrainingArticle {
  /// Whether a corpus that may leave demonyms unmarked says anything of a toponym.
  func counts(_ toponym: Toponyms.Toponym) -> Bool { marksDemonyms || toponym.form != .demonym }
}

let farthestKilometres = 20_039.0

/// On a sphere of 6,371 km, as the published evaluations of geoparsers have it.
func haversineKilometres(_ a: Coordinate, _ b: Coordinate) -> Double {
  let (p, q) = (a.latitude * .pi / 180, b.latitude * .pi / 180)
  let (dp, dl) = ((b.latitude - a.latitude) * .pi / 180, (b.longitude - a.longitude) * .pi / 180)
  let (s, t) = (sin(dp / 2), sin(dl / 2))
  return 2 * 6371 * asin(min(1, (s * s + cos(p) * cos(q) * t * t).squareRoot()))
}

/// The figures of a corpus, defined as in the published evaluations: every gold toponym counts, one answer answers one gold.
struct ToponymScores {
  private var (right, found, gold) = (0, 0, 0)
  private(set) var placed = Placing()
  private(set) var placedFromHome = Placing()
  private var (endRight, endGold, pins, surplus) = (0, 0, 0, 0)

  mutating func add(_ answers: ArticleAnswers) {
    let article = answers.article
    let spans = answers.foundPlaces.map(\.toponym).filter { article.counts($0.toponym) }
    let wanted = article.toponyms.map(\.bytes)
    right += Set(spans.map(\.toponym.bytes)).intersection(wanted).count
    found += spans.count
    gold += wanted.count
    for (index, toponym) in article.toponyms.enumerated() {
      guard let point = toponym.point else { continue }
      placed.add(
        answers.kilometres(of: index, from: point, in: answers.placed), answers.placed[index].toponym)
      guard !answers.placedFromHome.isEmpty else { continue }
      placedFromHome.add(
        answers.kilometres(of: index, from: point, in: answers.placedFromHome), answers.placedFromHome[index].toponym)
    }
    endToEnd(spans.filter { $0.place != nil }, article, answers.atlas)
  }

  private mutating func endToEnd(_ got: [ResolvedToponym], _ article: TrainingArticle, _ atlas: Atlas) {
    func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
      min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
    }
    var pairs: [(isExact: Int, overlap: Int, got: Int, gold: Int)] = []
    for (i, answer) in got.enumerated() {
      for (j, gold) in article.toponyms.enumerated() where overlap(answer.toponym.bytes, gold.bytes) > 0 {
        pairs.append((answer.toponym.bytes == gold.bytes ? 1 : 0, overlap(answer.toponym.bytes, gold.bytes), i, j))
      }
    }
    pairs.sort { (-$0.isExact, -$0.overlap, $0.got, $0.gold) < (-$1.isExact, -$1.overlap, $1.got, $1.gold) }
    var answerOf: [Int: Int] = [:]
    var used: Set<Int> = []
    for pair in pairs where answerOf[pair.gold] == nil && !used.contains(pair.got) {
      answerOf[pair.gold] = pair.got
      used.insert(pair.got)
    }
    for (j, gold) in article.toponyms.enumerated() {
      guard let point = gold.point else { continue }
      endGold += 1
      if let answer = answerOf[j], let place = got[answer].place,
        haversineKilometres(atlas[place].coordinate, point) <= 161
      {
        endRight += 1
      }
    }
    pins += got.count
    surplus += got.count - used.count
  }

  /// How well gold spans are placed, and how well the confidences say so.
  struct Placing {
    private(set) var errors: [Double] = []
    private var answers: [(confidence: Double, isRight: Bool)] = []

    mutating func add(_ kilometres: Double, _ answer: ResolvedToponym) {
      errors.append(kilometres)
      // as outputs write it
      if answer.place != nil { answers.append(((answer.confidence * 1000).rounded() / 1000, kilometres <= 161)) }
    }

    var accuracy: Double { share(errors.count { $0 <= 161 }, errors.count) }

    var calibrationError: Double {
      var bins = [(count: Int, confidence: Double, right: Int)](repeating: (0, 0, 0), count: 10)
      for (confidence, isRight) in answers {
        let bin = min(Int(confidence * 10), 9)
        bins[bin].count += 1
        bins[bin].confidence += confidence
        bins[bin].right += isRight ? 1 : 0
      }
      let off = bins.reduce(0) { $0 + ($1.confidence - Double($1.right)).magnitude }
      return off / Double(max(answers.count, 1))
    }

    /// How likely a right answer has more confidence than a wrong one.
    var rankQuality: Double {
      let order = answers.sorted { $0.confidence < $1.confidence }
      var (wins, below, start) = (0.0, 0, 0)
      while start < order.count {
        var end = start
        while end < order.count, order[end].confidence == order[start].confidence { end += 1 }
        let right = order[start..<end].count(where: \.isRight)
        let wrong = end - start - right
        wins += Double(right) * (Double(below) + Double(wrong) / 2)
        below += wrong
        start = end
      }
      let right = answers.count(where: \.isRight)
      return wins / Double(max(right * (answers.count - right), 1))
    }

    var surestHalf: Double {
      let half = answers.sorted { $0.confidence > $1.confidence }.prefix(max(1, answers.count / 2))
      return share(half.count(where: \.isRight), half.count)
    }
  }

  /// A line a figure.
  func lines(_ name: String) -> [String] {
    let (p, r) = (share(right, found), share(right, gold))
    func figure(_ what: String, _ value: Double) -> String {
      "\(name)  \(what)  \(Double((value * 10_000).rounded() / 10_000))"
    }
    var lines = [
      figure("recognition, exact F1", 2 * p * r / max(p + r, 1e-9)),
      figure("recognition, precision", p), figure("recognition, recall", r),
      figure("resolution, acc@161 km", placed.accuracy),
    ]
    if !placedFromHome.errors.isEmpty {
      lines.append(figure("resolution told the home, acc@161 km", placedFromHome.accuracy))
    }
    return lines + [
      figure("calibration error", placed.calibrationError), figure("AUROC", placed.rankQuality),
      figure("accuracy of the surest half", placed.surestHalf),
      figure("end to end, found and within 161 km", share(endRight, endGold)),
      figure("surplus pins", share(surplus, pins)),
    ]
  }
}

private func share(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(whole, 1)) }
