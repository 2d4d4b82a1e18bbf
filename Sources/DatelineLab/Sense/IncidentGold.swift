import Coordinates
import FoundationEssentials
import Gazetteer
import Geodesy
import Incidents

/// An article with its incidents coded by hand.
struct IncidentGold: Decodable {
  struct Site: Decodable {
    var country: String?
    var lon: Double?
    var lat: Double?
    var precision: Int?
    /// Wherever in its country it is, it is right.
    var isAnywhere: Bool?

    /// Whether a place is this one, within what the gold's precision allows: 25 km, of a province 161 km, of a country its code.
    /// - Parameter isCountry: the place stands for a whole country.
    func isSame(_ coordinate: Coordinate, country found: String?, isCountry: Bool) -> Bool {
      if isAnywhere == true { return found == country }
      if precision ?? 1 >= 4 { return isCountry && found == country }
      guard let lon, let lat else { return false }
      let distance = Geodesic.wgs84.distance(from: coordinate, to: Coordinate(longitude: lon, latitude: lat))
      return distance.kilometres <= (precision ?? 1 >= 3 ? 161 : 25)
    }

    func isSame(_ place: PlaceID, atlas: Atlas) -> Bool {
      let place = atlas[place]
      return isSame(place.coordinate, country: place.country, isCountry: place.kind == .country)
    }
  }

  struct Incident: Decodable {
    var type: String
    var modality: String
    var attribution: String
    var sites: [Site]
    var evidence: [[Int]]
    var optional: Bool?
  }

  var id: String
  var date: String?
  var publicationDate: String?
  /// Where the outlet is at home.
  var place: String?
  var url: String?
  /// Empty where the file has the incidents alone.
  var text: String
  var incidents: [Incident]

  init(id: String, date: String?, text: String, incidents: [Incident]) {
    (self.id, self.date, self.text, self.incidents) = (id, date, text, incidents)
  }

  private enum CodingKeys: CodingKey { case id, date, publicationDate, place, url, text, incidents }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    date = try values.decodeIfPresent(String.self, forKey: .date)
    publicationDate = try values.decodeIfPresent(String.self, forKey: .publicationDate)
    place = try values.decodeIfPresent(String.self, forKey: .place)
    url = try values.decodeIfPresent(String.self, forKey: .url)
    text = try values.decodeIfPresent(String.self, forKey: .text) ?? ""
    incidents = try values.decode([Incident].self, forKey: .incidents)
  }

  /// The articles of files: one of JSON (`.json`), lines of JSON otherwise.
  static func all(paths: [String]) throws -> [IncidentGold] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try paths.flatMap { path -> [IncidentGold] in
      let data = try Data(contentsOf: URL(filePath: path))
      if path.hasSuffix(".json") { return [try decoder.decode(IncidentGold.self, from: data)] }
      return try data.split(separator: 0x0A).map { try decoder.decode(IncidentGold.self, from: Data($0)) }
    }
  }
}

extension IncidentType {
  /// Families so wide that coders who differ on the type agree on them.
  private static let wideFamilies: [Set<IncidentType>] = [
    [
      .airStrike, .shelling, .bombing, .suicideBombing, .chemicalAttack, .explosion, .clash, .territoryChange, .attack,
      .militaryOperation, .interception, .sexualViolence, .destruction,
    ],
    [.protest, .labourAction, .riot], [.arrest, .abduction, .deployment, .ceasefire, .cyberAttack, .crime],
    [.earthquake, .flood, .storm, .wildfire, .landslide, .volcano, .tsunami, .drought, .epidemic],
    [.transportAccident, .industrialAccident, .fire, .collapse, .spill],
  ]

  func isKin(_ other: IncidentType) -> Bool {
    self == other || Self.wideFamilies.contains { $0.contains(self) && $0.contains(other) }
  }
}
