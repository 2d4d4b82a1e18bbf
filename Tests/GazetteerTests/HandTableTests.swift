import Coordinates
import Foundation
import Language
import Testing

@Suite struct HandTableTests {
  @Test(arguments: HandTable.names)
  func everyRowIsWhole(table: String) throws {
    let lines = try HandTable.lines(table)
    #expect(lines.first?.fields == HandTable.columns)
    #expect(try HandTable.rows(table).malformed.isEmpty)
  }

  @Test(arguments: HandTable.names)
  func noNameFoldsToNothingOrRepeats(table: String) throws {
    for row in try HandTable.rows(table).rows {
      let keys = ([row.name] + row.aliases).map { Folding.key(of: $0) }
      #expect(!keys.contains(""), "\(row)")
      #expect(Set(keys).count == keys.count, "\(row) repeats a name")
    }
  }

  @Test(arguments: HandTable.names)
  func noPlaceStandsTwice(table: String) throws {
    var seen: [String: [HandRow]] = [:]
    for row in try HandTable.rows(table).rows {
      let key = "\(Folding.key(of: row.name))/\(row.countries.joined(separator: ","))"
      for other in seen[key] ?? [] {
        let chord = EarthVector(row.point).squaredChord(to: EarthVector(other.point)).squareRoot() / 1000
        #expect(chord > min(row.radiusKilometres, other.radiusKilometres), "\(row) and \(other)")
      }
      seen[key, default: []].append(row)
    }
  }

  /// Outlines at 1:10m leave islets out and cut corners by some kilometres.
  private static let outlineTolerance = 6.0
  private static let isletTolerance = 130.0
  /// What the outlines do not show: far atolls, and the pole, where the outline of Antarctica has its seam.
  private static let unmapped: Set<String> = ["Bikini Atoll", "Enewetak", "Amundsen-Scott South Pole Station"]

  @Test(arguments: HandTable.names)
  func everyPointLiesInItsCountries(table: String) throws {
    let outlines = try CountryOutlines()
    for row in try HandTable.rows(table).rows where !Self.unmapped.contains(row.name) {
      let isIslet = ["island", "archipelago", "atoll", "reef", "volcano"].contains(row.kind)
      let reach = row.radiusKilometres + (isIslet ? Self.isletTolerance : Self.outlineTolerance)
      for country in row.countries {
        if let distance = outlines.kilometres(from: row.point, to: country) {
          #expect(distance <= reach, "\(row) lies \(Int(distance)) km from \(country)")
        } else {
          #expect(country.utf8.count == 2, "\(row): \(country) is no country code")
        }
      }
    }
  }

  @Test func tablesAreAsLargeAsPromised() throws {
    func count(_ tables: String...) throws -> Int { try tables.reduce(0) { try $0 + HandTable.rows($1).rows.count } }
    #expect(try count("regions", "waters", "landforms") >= 700)
    #expect(try count("facilities") >= 250)
    #expect(try count("districts.asia-africa", "districts.europe-americas") >= 600)
  }

  /// Natural Earth's named places, for checking only: seas, rivers, regions, islands of the same name near by agree.
  @Test(.enabled(if: Checkout.shared != nil, "the reference of named places is not here"))
  func pointsAgreeWithNaturalEarth() throws {
    let shared = try #require(Checkout.shared)
    let text = try String(contentsOfFile: "\(shared)/reference/natural-earth-named.tsv", encoding: .utf8)
    var named: [String: [(point: Coordinate, extent: Double)]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 6, let longitude = Double(fields[2]), let latitude = Double(fields[3]) else { continue }
      for name in [fields[0]] + fields[5].split(separator: "|").map(String.init) {
        named[Folding.key(of: name), default: []].append(
          (Coordinate(longitude: longitude, latitude: latitude), Double(fields[4]) ?? 0))
      }
    }
    var (compared, strangers) = (0, [String]())
    for table in ["regions", "waters", "landforms"] {
      for row in try HandTable.rows(table).rows {
        let gaps = (named[Folding.key(of: row.name)] ?? []).map { reference in
          let chord = EarthVector(row.point).squaredChord(to: EarthVector(reference.point)).squareRoot() / 1000
          return (chord, chord - max(row.radiusKilometres, reference.extent) - 25)
        }
        // what lies further off than 1,500 km is another place of that name
        guard let best = gaps.filter({ $0.0 < 1500 }).map(\.1).min() else { continue }
        compared += 1
        if best > 0 { strangers.append("\(row) by \(Int(best)) km") }
      }
    }
    #expect(compared > 500)
    #expect(Double(strangers.count) <= 0.02 * Double(compared), "\(strangers)")
  }
}
