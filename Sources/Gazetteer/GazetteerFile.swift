import Coordinates
import DataFiles
import Language

/// A gazetteer file, memory-mapped: nothing is parsed when it is opened.
///
/// Places are numbered from 0 in the order of the file, which is that of its spatial tree.
package final class GazetteerFile: Sendable {
  private let file: SectionedFile
  let directory: ByteView
  let names: ByteView
  private let places: ByteView
  private let points: ByteView
  private let labels: ByteView
  private let byID: ByteView
  private let countryTable: ByteView
  private let codes: ByteView
  private let features: [String]
  private let countries: [String]
  /// 2^bits buckets in the directory of names.
  let directoryBits: Int
  package let count: Int

  /// Maps the file and checks its header; ``verify()`` checks the rest.
  /// - Throws: ``DataFileError`` with the path and what to do.
  package init(path: String) throws(DataFileError) {
    let file = try SectionedFile(
      path: path, kind: GazetteerFormat.kind, version: GazetteerFormat.version, noun: GazetteerFormat.noun,
      remedy: GazetteerFormat.remedy)
    self.file = file
    directory = file.section(GazetteerFormat.nameDirectory)
    names = file.section(GazetteerFormat.names)
    places = file.section(GazetteerFormat.places)
    points = file.section(GazetteerFormat.points)
    labels = file.section(GazetteerFormat.labels)
    byID = file.section(GazetteerFormat.byID)
    countryTable = file.section(GazetteerFormat.countries)
    codes = file.section(GazetteerFormat.codes)
    count = places.count / GazetteerFormat.placeSize
    let buckets = directory.count / 4 - 1
    guard buckets > 0, buckets & (buckets - 1) == 0, points.count / GazetteerFormat.pointSize == count else {
      throw .damaged(path: path, part: "its tables")
    }
    directoryBits = buckets.trailingZeroBitCount
    features = Self.strings(in: file.section(GazetteerFormat.features))
    let codes = countryTable
    countries = (0..<codes.count / GazetteerFormat.countrySize).map {
      codes.slice($0 * GazetteerFormat.countrySize, 2).string()
    }
    guard metadata["folding"] == String(Folding.version) else {
      throw .unreadable(
        path: path,
        reason: "its names are folded by version \(metadata["folding"] ?? "0"), this program folds by version "
          + "\(Folding.version); \(GazetteerFormat.remedy)")
    }
  }

  package var path: String { file.path }

  /// Compares the whole file with its checksum.
  package func verify() throws(DataFileError) { try file.verify() }

  /// What the compiler wrote about sources, licences and versions.
  package var metadata: [String: String] {
    var lines: [String: String] = [:]
    for line in file.section(GazetteerFormat.meta).string().split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { lines[String(parts[0])] = String(parts[1]) }
    }
    return lines
  }

  // MARK: Places

  private func offset(_ place: Int) -> Int { place * GazetteerFormat.placeSize }

  package func coordinate(_ place: Int) -> Coordinate {
    let start = offset(place)
    return Coordinate(
      longitude: (Double(places.int32(at: start)) * GazetteerFormat.degreesPerUnit).roundedToUnits,
      latitude: (Double(places.int32(at: start + GazetteerFormat.Field.latitude)) * GazetteerFormat.degreesPerUnit)
        .roundedToUnits)
  }

  package func population(_ place: Int) -> Int {
    Int(places.uint32(at: offset(place) + GazetteerFormat.Field.population))
  }

  package func kind(_ place: Int) -> PlaceKind {
    PlaceKind(rawValue: places.uint8(at: offset(place) + GazetteerFormat.Field.kind)) ?? .city
  }

  package func rank(_ place: Int) -> Int { Int(places.uint8(at: offset(place) + GazetteerFormat.Field.rank)) }

  package func radiusKilometres(_ place: Int) -> Double {
    Double(places.uint16(at: offset(place) + GazetteerFormat.Field.radius)) / GazetteerFormat.radiusUnitsPerKilometre
  }

  package func isCapital(_ place: Int) -> Bool {
    places.uint8(at: offset(place) + GazetteerFormat.Field.flags) & GazetteerFormat.Flag.capital != 0
  }

  /// The place that contains `place`, nil at the top.
  package func parent(_ place: Int) -> Int? {
    let parent = places.uint32(at: offset(place) + GazetteerFormat.Field.parent)
    return Int(parent) < count ? Int(parent) : nil
  }

  /// A number for the country, the same for all its places in this file; 0 for none.
  package func countryNumber(_ place: Int) -> UInt8 {
    places.uint8(at: offset(place) + GazetteerFormat.Field.country)
  }

  /// The letters of the country's code in one number, the same in every file; 0 for none.
  package func countryKey(_ place: Int) -> UInt32 {
    let number = Int(countryNumber(place))
    return number > 0 ? UInt32(countryTable.uint16(at: (number - 1) * GazetteerFormat.countrySize)) : 0
  }

  /// ISO 3166-1 alpha-2 of a country's number.
  package func countryCode(_ number: UInt8) -> String? {
    number > 0 && Int(number) <= countries.count ? countries[Int(number) - 1] : nil
  }

  /// The place that is the country with a number.
  package func countryPlace(_ number: UInt8) -> Int? {
    guard number > 0 else { return nil }
    let place = countryTable.uint32(at: (Int(number) - 1) * GazetteerFormat.countrySize + 4)
    return Int(place) < count ? Int(place) : nil
  }

  /// The number of a country by its code.
  package func countryNumber(ofCode code: String) -> UInt8? {
    countries.firstIndex(of: code).flatMap { UInt8(exactly: $0 + 1) }
  }

  package func name(_ place: Int) -> String {
    let reference = places.uint32(at: offset(place) + GazetteerFormat.Field.name)
    let isLabel = reference & GazetteerFormat.labelBit != 0
    return Self.string(in: isLabel ? labels : names, at: Int(reference & ~GazetteerFormat.labelBit))
  }

  package func source(_ place: Int) -> PlaceSource {
    PlaceSource(rawValue: places.uint8(at: offset(place) + GazetteerFormat.Field.source)) ?? .own
  }

  package func sourceID(_ place: Int) -> String {
    let id = places.uint32(at: offset(place) + GazetteerFormat.Field.sourceID)
    let isText = places.uint8(at: offset(place) + GazetteerFormat.Field.flags) & GazetteerFormat.Flag.textID != 0
    return isText ? Self.string(in: labels, at: Int(id)) : String(id)
  }

  package func feature(_ place: Int) -> String {
    let feature = Int(places.uint8(at: offset(place) + GazetteerFormat.Field.feature))
    return feature < features.count ? features[feature] : ""
  }

  package func prominence(_ place: Int) -> Double {
    Prominence.of(kind: kind(place), population: population(place), rank: rank(place))
  }

  /// The place with an id, nil where there is none.
  /// - Complexity: O(log n)
  package func place(source: PlaceSource, id: String) -> Int? {
    let wanted = GazetteerKey(source: source, id: id, place: 0)
    var (low, high) = (0, byID.count / 4)
    while low < high {
      let middle = (low + high) / 2
      let place = Int(byID.uint32(at: middle * 4))
      let key = GazetteerKey(source: self.source(place), id: sourceID(place), place: 1)
      if key < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < byID.count / 4 else { return nil }
    let place = Int(byID.uint32(at: low * 4))
    return self.source(place) == source && sourceID(place) == id ? place : nil
  }

  /// Whether the file has P-codes.
  package var hasCodes: Bool { codes.count > CodeSection.headerSize }

  /// The P-code of a unit by the key of ``CodeSection``.
  func code(_ key: UInt64) -> String? { CodeSection.code(key, in: codes) }

  // MARK: Space

  package func point(_ place: Int) -> PackedPoint {
    let start = place * GazetteerFormat.pointSize
    return PackedPoint(x: points.int32(at: start), y: points.int32(at: start + 4), z: points.int32(at: start + 8))
  }

  /// The places nearest to a point by chord, the nearest first.
  package func nearest(
    _ limit: Int, to coordinate: Coordinate, withinMetres reach: Double = .infinity,
    accepts: (Int) -> Bool = { _ in true }
  ) -> [PointTree.Found] {
    let units = reach * PackedPoint.unitsPerMetre
    return PointTree.nearest(
      limit, to: PackedPoint(EarthVector(coordinate)), count: count, within: units * units, point: point,
      accepts: accepts)
  }

  // MARK: Text

  private static func string(in section: ByteView, at offset: Int) -> String {
    section.slice(offset + 1, Int(section.uint8(at: offset))).string()
  }

  private static func strings(in section: ByteView) -> [String] {
    var strings: [String] = []
    var offset = 0
    while offset < section.count {
      strings.append(string(in: section, at: offset))
      offset += 1 + Int(section.uint8(at: offset))
    }
    return strings
  }
}

extension Double {
  /// The nearest number of seven decimals: 35.21 and not 35.209999999999994.
  fileprivate var roundedToUnits: Double { (self * 1e7).rounded() / 1e7 }
}
