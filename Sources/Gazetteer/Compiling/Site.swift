import Coordinates
import DataFiles
import Language

/// A place of the user's own, as a table or a GeoJSON file gives it.
public struct Site: Sendable, Hashable {
  /// The usual name, and others that texts use.
  public var name: String
  public var aliases: [String]
  /// A word of ``PlaceKind``, or any other word, which then says what sort of facility it is.
  public var kind: String
  public var coordinate: Coordinate
  public var country: String?
  public var population: Int
  public var id: String?

  /// A place of the user's; `country` is ISO 3166-1 alpha-2.
  public init(
    name: String, coordinate: Coordinate, aliases: [String] = [], kind: String = "", country: String? = nil,
    population: Int = 0, id: String? = nil
  ) {
    self.name = name
    self.coordinate = coordinate
    self.aliases = aliases
    self.kind = kind
    self.country = country
    self.population = population
    self.id = id
  }

  /// Why a row cannot be a site.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// A site from the texts of a row, whose columns are found by name.
  /// - Parameter field: the text of a column; empty where there is none.
  public init(fields field: (String) -> String) throws(Fault) {
    let name = Self.trimmed(field("name"))
    guard !Folding.key(of: name).isEmpty else { throw Fault(description: "the site has no name") }
    let (longitude, latitude) = (Self.trimmed(field("lon")), Self.trimmed(field("lat")))
    guard let x = Double(longitude), let y = Double(latitude), Coordinate(longitude: x, latitude: y).isValid else {
      throw Fault(
        description: "'\(longitude)', '\(latitude)' are no lon and lat in degrees (-180 to 180, -90 to 90)")
    }
    let country = Self.trimmed(field("country")).uppercased()
    guard country.isEmpty || country.utf8.count == 2 else {
      throw Fault(description: "country '\(country)' is no code of two letters such as IR")
    }
    let inhabitants = Self.trimmed(field("population"))
    guard inhabitants.isEmpty || (Int(inhabitants).map { $0 >= 0 } ?? false) else {
      throw Fault(description: "population '\(inhabitants)' is no whole number")
    }
    let id = Self.trimmed(field("id"))
    self.init(
      name: name, coordinate: Coordinate(longitude: x, latitude: y),
      aliases: field("aliases").split(separator: "|").map { Self.trimmed(String($0)) }.filter { !$0.isEmpty },
      kind: Self.trimmed(field("kind")).lowercased(), country: country.isEmpty ? nil : country,
      population: Int(inhabitants) ?? 0, id: id.isEmpty ? nil : id)
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice = slice.dropFirst() }
    while slice.last?.isWhitespace == true { slice = slice.dropLast() }
    return String(slice)
  }
}

/// Adds the user's own sites to a gazetteer, each under an id that is unique among them.
public struct SiteCompiler {
  private let assembly: GazetteerAssembly
  private var used: Set<String> = []

  /// Adds sites to a file that is being put together.
  public init(into assembly: GazetteerAssembly) { self.assembly = assembly }

  /// - Throws: ``DataFileError`` where the file cannot be written.
  public mutating func add(_ site: Site) throws(DataFileError) {
    let kind = PlaceKind.allCases.first { $0.word == site.kind }
    let place = try assembly.add(
      PlaceDraft(
        name: site.name, kind: kind ?? .facility, feature: site.kind.isEmpty ? "site" : site.kind,
        coordinate: site.coordinate, country: site.country, population: site.population, rank: 3, source: .own,
        sourceID: unique(site.id ?? Folding.key(of: site.name).split(separator: " ").joined(separator: "-"))))
    for alias in site.aliases { try assembly.addName(alias, kind: .alias, to: place) }
  }

  private mutating func unique(_ id: String) -> String {
    guard !used.insert(id).inserted else { return id }
    var number = 2
    while !used.insert("\(id)-\(number)").inserted { number += 1 }
    return "\(id)-\(number)"
  }
}
