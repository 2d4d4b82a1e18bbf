import DatelineKit
import Gazetteer
import Incidents

/// Trains the incident model on stories with their gold.
struct IncidentTrainer {
  let atlas: Atlas
  /// The table of trigger words.
  let table: String
  /// Lessons that every model learns besides its stories.
  let common: IncidentLessons
  let folds: Int

  private static let wide = LogisticTrainer(bits: 17, epochs: 10, rate: 0.05, decay: 1e-3)
  /// For many labels, whose weights share one table.
  private static let manifold = LogisticTrainer(bits: 18, epochs: 10, rate: 0.05, decay: 1e-4)
  private static let narrow = LogisticTrainer(bits: 14, epochs: 15, rate: 0.05, decay: 1e-3)

  /// A model of the stories. Its judgement of pairs and records is learned from what models of a part make of the rest.
  func model(of stories: [(story: IncidentStory, lessons: IncidentLessons)]) -> IncidentModel.Parts {
    let parted = (0..<folds).map { fold in
      parts(of: stories.enumerated().filter { $0.offset % folds != fold }.map(\.element.lessons))
    }
    let pairs = Self.narrow.train(
      stories.enumerated().flatMap { number, entry in
        entry.story.pairExamples(by: IncidentExtractor(atlas: atlas, model: IncidentModel(parted[number % folds])))
      })
    let examples = stories.enumerated().flatMap { number, entry -> [LogisticTrainer.Example] in
      var part = parted[number % folds]
      part.pairs = pairs
      let records = IncidentExtractor(atlas: atlas, model: IncidentModel(part)).records(of: entry.story.reading)
      let right = Self.right(records.map(\.incident), of: entry.story.gold)
      return records.indices.compactMap { index in
        right[index].map { LogisticTrainer.Example(bag: records[index].features, label: $0 ? 1 : 0) }
      }
    }
    var whole = parts(of: stories.map(\.lessons))
    whole.pairs = pairs
    whole.records = Self.narrow.train(examples)
    return whole
  }

  private func parts(of lessons: [IncidentLessons]) -> IncidentModel.Parts {
    let all = lessons.reduce(common, +)
    return IncidentModel.Parts(
      triggers: Self.wide.train(all.triggers), sites: EvaluateSitesCommand.trainer.train(all.sites),
      anchors: Self.narrow.train(all.anchors),
      attribution: Self.manifold.train(all.attribution, labels: Attribution.allCases.count),
      modality: Self.manifold.train(all.modality, labels: Modality.allCases.count),
      types: Self.manifold.train(all.types, labels: IncidentType.allCases.count),
      pairs: HashedWeights([0]), records: HashedWeights([0]),
      table: table)
  }

  /// For each record whether it is a gold incident of its kind that no better record is; nil for an optional one.
  static func right(_ records: [Incident], of gold: IncidentGold) -> [Bool?] {
    var pairs: [(likeness: Int, record: Int, gold: Int)] = []
    for (number, record) in records.enumerated() {
      for (index, want) in gold.incidents.enumerated() {
        let isThere = record.sites.contains { site in
          want.sites.contains {
            $0.isSame(site.coordinate, country: site.country, isCountry: site.precision == .country)
          }
        }
        guard isThere, let type = IncidentType(rawValue: want.type), record.type.isKin(type) else { continue }
        let likeness = record.type == type ? 2 : 1
        pairs.append((likeness, number, index))
      }
    }
    pairs.sort { ($1.likeness, $0.record, $0.gold) < ($0.likeness, $1.record, $1.gold) }
    var right = [Bool?](repeating: false, count: records.count)
    var taken: Set<Int> = []
    var used: Set<Int> = []
    for pair in pairs where !taken.contains(pair.gold) && !used.contains(pair.record) {
      taken.insert(pair.gold)
      used.insert(pair.record)
      right[pair.record] = gold.incidents[pair.gold].optional == true ? nil : true
    }
    return right
  }
}
