import ArgumentParser
import Coordinates
import Gazetteer
import Geodesy

/// `dateline-lab coverage`: how many gold toponyms have a candidate within 161 km.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Counts the gold toponyms of corpora that the gazetteer knows within 161 km.")

  @Argument(help: "Corpora as JSON lines with toponyms.")
  var corpora: [String]

  @Flag(help: "Print every miss: phrase, point, nearest candidate and its distance in km.")
  var misses = false

  @Flag(inversion: .prefixedNo, help: "Ask by pattern (X Twp., Town of X) where the name as written is not known.")
  var patterns = true

  @Flag(help: "Ask for other spellings where nothing else is known.")
  var fuzzy = false

  private static let reach = Distance(kilometres: 161)

  func run() throws {
    let atlas = try Atlas(paths: [Atlas.defaultPath()])
    for corpus in corpora {
      var (known, total, unnamed) = (0, 0, 0)
      for article in try GoldArticle.all(path: corpus) {
        let scalars = Array(article.text.unicodeScalars)
        for toponym in article.toponyms {
          guard let point = toponym.point, toponym.end <= scalars.count else { continue }
          let phrase = String(String.UnicodeScalarView(scalars[toponym.start..<toponym.end]))
          var candidates = atlas.candidates(named: phrase)
          if candidates.isEmpty, patterns { candidates = atlas.candidatesByPattern(named: phrase) }
          if candidates.isEmpty, fuzzy {
            candidates = atlas.fuzzyCandidates(named: phrase).map { .init(place: $0.place, nameKind: $0.nameKind) }
          }
          let distances = candidates.map { candidate in
            (Geodesic.wgs84.distance(from: atlas[candidate.place].coordinate, to: point), candidate.place)
          }
          total += 1
          let nearest = distances.min { $0.0 < $1.0 }
          if let nearest, nearest.0 <= Self.reach {
            known += 1
            continue
          }
          if nearest == nil { unnamed += 1 }
          if misses {
            let place =
              nearest.map { "\(atlas[$0.1].name) \(atlas[$0.1].kind.word) \(Int($0.0.kilometres))" } ?? "no name"
            print("\(phrase)\t\(point)\t\(place)")
          }
        }
      }
      let share = Double(known) / Double(max(total, 1)) * 100
      print(
        "\(corpus): \(total) toponyms, \(known) with a candidate within 161 km = \((share * 100).rounded() / 100) %; of the misses \(unnamed) have no candidate"
      )
    }
  }
}
