import Coordinates
import FoundationEssentials

/// An article of a toponym corpus: gold spans with points.
struct GoldArticle: Decodable {
  struct Toponym: Decodable {
    var start: Int
    var end: Int
    var phrase: String?
    var lat: Double?
    var lon: Double?

    var point: Coordinate? {
      guard let lat, let lon else { return nil }
      return Coordinate(longitude: lon, latitude: lat)
    }
  }

  var id: String?
  var domain: String?
  var url: String?
  var text: String
  var toponyms: [Toponym]

  /// The articles of a file of JSON lines.
  static func all(path: String) throws -> [GoldArticle] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try data.split(separator: 0x0A).map { try JSONDecoder().decode(GoldArticle.self, from: Data($0)) }
  }
}
