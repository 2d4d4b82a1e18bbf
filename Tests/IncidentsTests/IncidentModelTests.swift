import DataFiles
import Foundation
import Language
import Testing

@testable import Incidents

@Suite struct IncidentModelTests {
  private static let path = "\(Checkout.root)/Gazetteer/incidents.model"

  @Test func theModelIsSmall() throws {
    #expect(try Data(contentsOf: URL(filePath: Self.path)).count < 2_500_000)
  }

  @Test func aDamagedModelIsRefused() throws {
    var bytes = try Data(contentsOf: URL(filePath: Self.path))
    bytes[bytes.count / 2] ^= 0xFF
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-damaged-incidents.model").path
    try bytes.write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: DataFileError.self) { try IncidentModel(path: path) }
  }

  @Test func whatIsWrittenIsRead() throws {
    var bag = FeatureBag()
    bag.add(1, 2, 3)
    var weights = [Float](repeating: 0, count: 1 << 10)
    weights[Int(HashedWeights.slot(bag.hashes[0], label: 0, mask: 1023))] = 1.5
    let trained = HashedWeights(weights)
    let none = HashedWeights([0])
    let parts = IncidentModel.Parts(
      triggers: trained, sites: none, anchors: none, attribution: none, modality: none, types: none, pairs: none,
      records: none, table: "protest\tn\tprotest+\t")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-written-incidents.model").path
    try Data(parts.encoded).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let model = try IncidentModel(path: path)
    #expect(model.triggers.score(bag) == 1.5)
    #expect(model.sites.score(bag) == 0)
    #expect(Self.triggers(in: "Two protests were held.", of: model.lexicon) == ["protests"])
  }

  /// The table in the checkout is the one in the model.
  @Test func theModelHoldsTheReviewedTable() throws {
    let table = try Checkout.text("Gazetteer/tables/triggers.tsv")
    let sentence = "Gunmen ambushed a convoy and a bridge collapsed on Monday; in March the rebels marched."
    let model = try IncidentModel(path: Self.path)
    let found = Self.triggers(in: sentence, of: model.lexicon)
    #expect(found == Self.triggers(in: sentence, of: TriggerLexicon(table: table)))
    #expect(found.contains("ambushed") && found.contains("collapsed") && !found.contains("march"))
  }

  @Test func ambiguousWordsNeedCompany() {
    let lexicon = TriggerLexicon(
      table:
        "collapse\tv\tcollaps+\tbridge roof\nlabour_action\tn\tstrike\tunion\nair_strike\tn\tstrike,air strike\tjet")
    #expect(Self.triggers(in: "Talks collapsed on Monday.", of: lexicon) == [])
    #expect(Self.triggers(in: "The bridge collapsed.", of: lexicon) == ["collapsed"])
    let document = Document("The union said the strike would go on.")
    let sentence = SentenceReading(document: document, range: 0..<document.tokens.count, toponyms: [], dates: [])
    #expect(lexicon.triggers(in: sentence).map(\.trigger.type) == [.labourAction])
  }

  private static func triggers(in text: String, of lexicon: TriggerLexicon) -> [String] {
    let document = Document(text)
    let sentence = SentenceReading(
      document: document, range: 0..<document.tokens.count, toponyms: [], dates: DateFinder(document).dates())
    return lexicon.triggers(in: sentence).map { sentence.words[$0.words].joined(separator: " ") }
  }
}
