import Coordinates
import DataFiles
import Language

/// Reads GeoNames' official dumps into a gazetteer, in this order: places, then what refers to them by id.
///
/// A line that is not as it should be is counted, kept for the report, and skipped.
public struct GeoNamesCompiler {
  private let assembly: GazetteerAssembly
  private var units = GeoNamesUnits()
  private var fields = TabFields()
  /// Id in the upper half, place in the lower; sorted once all places are read.
  private var ids: [UInt64] = []
  private var isSorted = false
  /// Container by place, where `hierarchy.txt` names one: both are places.
  private var hierarchy: [UInt32: UInt32] = [:]
  /// The kinds of the places, to tell a nearer container from a wider one.
  private var kinds: [UInt8] = []
  private let firstPlace: UInt32
  /// Lines that are not as they should be.
  public private(set) var faults = InputFaults()
  private let progress: (_ path: String, _ bytes: Int, _ size: Int, _ lines: Int) -> Void

  /// - Parameter progress: called now and then with the file being read, bytes read, its size (0 if not known) and lines read.
  public init(
    into assembly: GazetteerAssembly,
    progress: @escaping (_ path: String, _ bytes: Int, _ size: Int, _ lines: Int) -> Void = { _, _, _, _ in }
  ) {
    self.assembly = assembly
    self.progress = progress
    firstPlace = UInt32(assembly.count)
  }

  private func report(_ reader: LineReader) {
    if reader.line & 0x3FFF == 0 { progress(reader.path, reader.position, reader.size, reader.line) }
  }

  private mutating func fault(_ reader: LineReader, _ reason: String) {
    faults.add(path: reader.path, line: reader.line, reason: reason)
  }

  // MARK: allCountries.txt, cities500.txt, IR.txt

  /// Reads places: 19 columns as GeoNames' `readme.txt` has them.
  /// - Parameter takesAlternates: whether the short list of names in the row is read: not needed where `alternateNamesV2.txt` is.
  public mutating func addPlaces(path: String, takesAlternates: Bool) throws(DataFileError) {
    let reader = try LineReader(path: path)
    while let line = try reader.next() {
      report(reader)
      guard !line.isEmpty else { continue }
      fields.split(line)
      guard fields.count == 19 else {
        fault(reader, "\(fields.count) columns where 19 are wanted")
        continue
      }
      try addPlace(reader, takesAlternates: takesAlternates)
    }
    progress(reader.path, reader.position, reader.size, reader.line)
    isSorted = false
  }

  private mutating func addPlace(_ reader: LineReader, takesAlternates: Bool) throws(DataFileError) {
    guard let id = fields.number(0) else { return fault(reader, "'\(fields.text(0))' is no id") }
    guard !fields[1].isEmpty else { return fault(reader, "the place has no name") }
    guard let latitude = fields.degrees(4), let longitude = fields.degrees(5),
      Coordinate(longitude: longitude, latitude: latitude).isValid
    else { return fault(reader, "'\(fields.text(4))', '\(fields.text(5))' are no latitude and longitude") }
    let code = fields.text(7)
    let kind = GeoNamesFeature.kind(class: fields[6].first ?? 0, code: code)
    let country = fields[8]
    let name = fields.text(1)
    let parts = kind == .country || country.isEmpty ? [] : [fields[10], fields[11]]
    let unit = units.number(country, parts)
    let place = try assembly.add(
      PlaceDraft(
        name: name, kind: kind, feature: code.isEmpty ? "PPL" : code,
        coordinate: Coordinate(longitude: longitude, latitude: latitude),
        country: country.count == 2 ? String(decoding: country, as: UTF8.self) : nil,
        population: Int(fields.number(14) ?? 0), rank: GeoNamesFeature.rank(kind: kind, code: code),
        isCapital: code == "PPLC", source: .geonames, sourceID: String(id)),
      parentKey: unit)
    ids.append(UInt64(id) << 32 | UInt64(place))
    kinds.append(kind.rawValue)
    switch code {
    case "ADM1", "ADM2": units.set(unit, place: place)
    case _ where kind == .country: units.set(unit, place: place)
    default: break
    }
    if !fields[2].isEmpty, !fields[2].elementsEqual(fields[1]) {
      try assembly.addName(fields.text(2), kind: .alternate, to: place)
    }
    guard takesAlternates else { return }
    for alternate in fields[3].split(separator: 0x2C) {
      try assembly.addName(String(decoding: alternate, as: UTF8.self), kind: .alternate, to: place)
    }
  }

  // MARK: What refers to places

  /// The place with an id of GeoNames.
  public mutating func place(id: UInt32) -> UInt32? {
    if !isSorted {
      ids.sort()
      isSorted = true
    }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] >> 32 < UInt64(id) { low = middle + 1 } else { high = middle }
    }
    guard low < ids.count, ids[low] >> 32 == UInt64(id) else { return nil }
    return UInt32(truncatingIfNeeded: ids[low])
  }

  /// Reads `alternateNamesV2.txt`: eight or ten columns. Names of places that were not read are passed over.
  public mutating func addAlternateNames(path: String) throws(DataFileError) {
    let reader = try LineReader(path: path)
    while let line = try reader.next() {
      report(reader)
      guard !line.isEmpty else { continue }
      fields.split(line)
      guard (8...10).contains(fields.count) else {
        fault(reader, "\(fields.count) columns where 8 or 10 are wanted")
        continue
      }
      guard let id = fields.number(1), !fields[3].isEmpty else {
        fault(reader, fields[3].isEmpty ? "the name is empty" : "'\(fields.text(1))' is no id")
        continue
      }
      guard let place = place(id: id) else { continue }
      func isSet(_ field: Int) -> Bool { fields[field].first == 0x31 }
      let language = fields.text(2)
      let kind = GeoNamesFeature.nameKind(language: language, isColloquial: isSet(6), isHistoric: isSet(7))
      guard let kind else { continue }
      if language == "en", isSet(4), kind == .alternate {
        assembly.rename(place, to: fields.text(3))
      } else {
        try assembly.addName(fields.text(3), kind: kind, to: place)
      }
    }
    progress(reader.path, reader.position, reader.size, reader.line)
  }

  /// Reads `admin1CodesASCII.txt` or `admin2Codes.txt`: code, name, name in ASCII, id.
  public mutating func addUnitNames(path: String) throws(DataFileError) {
    let reader = try LineReader(path: path)
    while let line = try reader.next() {
      guard !line.isEmpty else { continue }
      fields.split(line)
      guard fields.count == 4, let id = fields.number(3) else {
        fault(reader, fields.count == 4 ? "'\(fields.text(3))' is no id" : "\(fields.count) columns where 4 are wanted")
        continue
      }
      guard let place = place(id: id) else { continue }
      for field in [1, 2] where !fields[field].isEmpty {
        try assembly.addName(fields.text(field), kind: .alternate, to: place)
      }
    }
    progress(reader.path, reader.position, reader.size, reader.line)
  }

  /// Reads `hierarchy.txt`: container, contained, and what relation it is.
  public mutating func addHierarchy(path: String) throws(DataFileError) {
    let reader = try LineReader(path: path)
    while let line = try reader.next() {
      report(reader)
      guard !line.isEmpty else { continue }
      fields.split(line)
      guard (2...3).contains(fields.count), let outer = fields.number(0), let inner = fields.number(1) else {
        fault(reader, "not two ids and a relation")
        continue
      }
      guard let container = place(id: outer), let contained = place(id: inner), container != contained,
        level(container) > 0
      else { continue }
      hierarchy[contained] = container
    }
    progress(reader.path, reader.position, reader.size, reader.line)
  }

  /// How near a container of this sort is: 0 for what contains countries.
  private func level(_ place: UInt32) -> Int {
    switch PlaceKind(rawValue: kinds[Int(place - firstPlace)]) ?? .region {
    case .country: 1
    case .admin1: 2
    case .admin2: 3
    case .city: 4
    default: 0
    }
  }

  /// Tells the assembly what contains each place. Everything must have been read.
  public func finish() {
    let (units, hierarchy, kinds, first) = (units, hierarchy, kinds, firstPlace)
    func level(_ place: UInt32) -> Int {
      switch PlaceKind(rawValue: kinds[Int(place - first)]) ?? .region {
      case .country: 1
      case .admin1: 2
      case .admin2: 3
      case .city: 4
      default: 0
      }
    }
    let end = first + UInt32(kinds.count)
    assembly.parentOf = { place, key in
      guard place >= first, place < end else { return key == .max ? nil : key }
      let byCode = units.place(of: key, otherThan: place)
      guard let container = hierarchy[place] else { return byCode }
      return byCode.map { level($0) > level(container) ? $0 : container } ?? container
    }
  }
}
