import Foundation

/// An article with its incidents coded by hand, as `seeds/*.expected.json` and `Gold/*.json` hold it.
struct GoldArticle: Decodable {
  struct Incident: Decodable {
    struct Date: Decodable {
      var start: String?
      var end: String?
    }
    struct Count: Decodable, Equatable {
      var min: Int
      var max: Int?
    }
    struct Casualties: Decodable {
      var killed: Count?
      var injured: Count?
      var missing: Count?
    }
    struct Relation: Decodable {
      var kind: String
      var reference: String?
    }
    struct Site: Decodable {
      var text: String
      var start: Int
      var end: Int
      var name: String
      var country: String?
      var lon: Double
      var lat: Double
      var relation: Relation
      var precision: Int
    }
    struct Actor: Decodable {
      var text: String
      var role: String
    }

    var type: String
    var modality: String
    var attribution: String
    var date: Date
    var actors: [Actor]
    var casualties: Casualties
    var sites: [Site]
    var evidence: [[Int]]
    var optional: Bool?
  }

  var id: String
  var date: String?
  var text: String?
  var incidents: [Incident]

  static func read(_ path: String) throws -> GoldArticle {
    try JSONDecoder().decode(GoldArticle.self, from: Data(contentsOf: URL(filePath: path)))
  }
}

enum Checkout {
  static let root = URL(filePath: #filePath).pathComponents.dropLast(3).joined(separator: "/").replacingOccurrences(
    of: "//", with: "/")

  static func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }

  /// Files of a folder, sorted.
  static func files(_ folder: String, endingIn ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").filter { $0.hasSuffix(ending) }.sorted()
      .map { "\(root)/\(folder)/\($0)" }
  }
}
