import ArgumentParser
import DataFiles
import DatelineKit
import Formats
import FoundationEssentials
import Gazetteer
import Incidents
import Toponyms

/// `dateline-lab train-incidents`: trains the incident model, cross-validates it by article, writes it.
struct TrainIncidentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-incidents", abstract: "Trains the incident model.",
    discussion: """
      With --validate every gold article is read by a model that never saw it; the rows go to the file given and are scored \
      with score.py.
      """)

  @OptionGroup var data: IncidentTrainingData

  @Option(help: "Where to write the rows of cross-validation.")
  var validate: String?

  @Option(name: .shortAndLong, help: "The model to write.")
  var output: String?

  func run() throws {
    let reader = try Newsreader.forTraining()
    let prepared = try data.prepare(reader)
    let all = prepared.stories.reduce(IncidentLessons()) { $0 + $1.lessons }
    print(
      "\(prepared.stories.count) articles; \(all.triggers.count) triggers, \(all.triggers.count { $0.label == 1 }) of them events; "
        + "\(all.sites.count + prepared.trainer.common.sites.count) names, \(all.anchors.count) anchors")
    if let validate {
      try crossValidate(prepared.stories, trainer: prepared.trainer, atlas: reader.atlas, to: validate)
    }
    guard let output else { return }
    let bytes = prepared.trainer.model(of: prepared.stories).encoded
    try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    print("\(output): \(bytes.count) bytes")
  }

  private func crossValidate(
    _ stories: [(story: IncidentStory, lessons: IncidentLessons)], trainer: IncidentTrainer, atlas: Atlas,
    to path: String
  ) throws {
    var lines = [String](repeating: "", count: stories.count)
    for fold in 0..<data.folds {
      let model = IncidentModel(
        trainer.model(of: stories.enumerated().filter { $0.offset % data.folds != fold }.map(\.element)))
      let extractor = IncidentExtractor(atlas: atlas, model: model)
      for (index, entry) in stories.enumerated() where index % data.folds == fold {
        let incidents = extractor.incidents(
          in: entry.story.reading.document, toponyms: entry.story.toponyms, publication: entry.story.publication)
        let report = Report(
          article: Article(id: entry.story.gold.id, text: entry.story.gold.text),
          document: entry.story.reading.document, toponyms: entry.story.toponyms, incidents: incidents, atlas: atlas)
        lines[index] = ReportLines().incidents(report)
      }
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
  }
}

extension Newsreader {
  /// A reader whose toponyms serve for training; its incident model knows nothing.
  static func forTraining() throws -> Newsreader {
    let none = HashedWeights([0])
    let parts = IncidentModel.Parts(
      triggers: none, sites: none, anchors: none, attribution: none, modality: none, types: none,
      pairs: none, records: none, table: "")
    return Newsreader(
      atlas: try Atlas(paths: [try Atlas.defaultPath()]), model: try ToponymModel(path: ToponymModel.defaultPath()),
      incidentModel: IncidentModel(parts), outlets: Outlets())
  }
}
