import Coordinates
import DataFiles
import Language

/// All places that the program knows: the default gazetteer, with the user's own laid over it.
///
/// ```swift
/// let atlas = try Atlas(paths: [try Atlas.defaultPath()])
/// for candidate in atlas.candidates(named: "Arad") { print(atlas[candidate.place].country ?? "") }
/// ```
public final class Atlas: Sendable {
  /// The user's own gazetteers first, in the order given, the default last.
  let files: [GazetteerFile]

  private static let mostFiles = 16

  /// Where the default gazetteer is.
  /// - Parameter chosen: the path given by `--gazetteer`, if any.
  public static func defaultPath(
    chosen: String? = nil, locator: DataFileLocator = .current
  ) throws(DataFileError) -> String {
    try locator.locate("world.gazetteer", chosen: chosen, variable: "DATELINE_GAZETTEER")
  }

  /// Opens gazetteer files; names of the earlier ones come first.
  ///
  /// Their headers are checked now, all else by ``verify()``.
  public init(paths: [String]) throws(DataFileError) {
    if let tooMany = paths.dropFirst(Self.mostFiles).first {
      throw .unreadable(path: tooMany, reason: "no more than \(Self.mostFiles) gazetteers are laid over each other")
    }
    var files: [GazetteerFile] = []
    for path in paths { files.append(try GazetteerFile(path: path)) }
    self.files = files
  }

  /// Reads the files whole and compares them with their checksums: some milliseconds. Until then a damaged file may give wrong
  /// places, but cannot make the program trap.
  public func verify() throws(DataFileError) {
    for file in files { try file.verify() }
  }

  /// Sources, licences and versions of the data, file by file.
  public var metadata: [[String: String]] { files.map(\.metadata) }

  /// The place with a number.
  public subscript(id: PlaceID) -> Place {
    let (file, place) = locate(id)
    return Place(
      id: id, name: file.name(place), kind: file.kind(place), feature: file.feature(place),
      coordinate: file.coordinate(place), country: file.countryCode(file.countryNumber(place)),
      population: file.population(place), radiusKilometres: file.radiusKilometres(place), rank: file.rank(place),
      isCapital: file.isCapital(place), source: file.source(place), sourceID: file.sourceID(place))
  }

  /// A place that a name may mean, and what the name is to it.
  public struct Candidate: Hashable, Sendable {
    /// The place, and what the name is to it.
    public var place: PlaceID
    public var nameKind: NameKind

    package init(place: PlaceID, nameKind: NameKind) {
      self.place = place
      self.nameKind = nameKind
    }
  }

  /// Every place with a name, folded as ``Folding`` says, the most prominent first.
  ///
  /// A place that several gazetteers have, by source and id, comes from the first of them.
  public func candidates(named name: String) -> [Candidate] {
    if files.count == 1 {
      guard let record = files[0].record(of: name) else { return [] }
      return (0..<record.count).map {
        Candidate(place: Self.id(file: 0, place: record.place($0)), nameKind: record.kind($0))
      }
    }
    let records = files.indices.compactMap { file in files[file].record(of: name).map { (UInt32(file), $0) } }
    guard let first = records.first else { return [] }
    let match = NameMatch(tokenCount: 0, first: first, others: Array(records.dropFirst()))
    guard match.isOfSeveralFiles else { return match.candidates }
    var known: [String: Int] = [:]
    return match.candidates.filter { candidate in
      let (file, place) = locate(candidate.place)
      let number = fileNumber(candidate.place)
      let key = "\(file.source(place).rawValue):\(file.sourceID(place))"
      if let first = known[key] { return first == number }
      known[key] = number
      return true
    }
  }

  /// The place with an id of its source, nil where there is none.
  public func place(source: PlaceSource, id: String) -> PlaceID? {
    for (number, file) in files.enumerated() {
      if let place = file.place(source: source, id: id) { return Self.id(file: number, place: place) }
    }
    return nil
  }

  /// What contains a place, from the nearest up: second-level unit, first-level unit, country.
  public func containers(of id: PlaceID) -> [PlaceID] {
    let (file, place) = locate(id)
    var chain: [PlaceID] = []
    var current = file.parent(place)
    while let container = current, chain.count < 8 {
      chain.append(Self.id(file: fileNumber(id), place: container))
      current = file.parent(container)
    }
    return chain
  }

  /// The country that a code of ISO 3166-1 alpha-2 names.
  public func country(code: String) -> PlaceID? {
    for (number, file) in files.enumerated() {
      if let country = file.countryNumber(ofCode: code), let place = file.countryPlace(country) {
        return Self.id(file: number, place: place)
      }
    }
    return nil
  }

  /// The country that a code names, of each file that has it.
  func countries(code: String) -> [PlaceID] {
    files.enumerated().compactMap { number, file in
      file.countryNumber(ofCode: code).flatMap { file.countryPlace($0) }.map { Self.id(file: number, place: $0) }
    }
  }

  func isSameFile(_ left: PlaceID, _ right: PlaceID) -> Bool { fileNumber(left) == fileNumber(right) }

  /// Every name of a place. Reads all names of its file: for showing one place, not for loops.
  public func names(of id: PlaceID) -> [(name: String, kind: NameKind)] {
    let (file, place) = locate(id)
    return file.allNames(of: place)
  }

  /// The places nearest to a point as the crow flies, the nearest first.
  /// - Parameter kinds: what counts; nil for every kind.
  public func nearest(_ limit: Int, to coordinate: Coordinate, kinds: Set<PlaceKind>? = nil) -> [PlaceID] {
    nearestByChord(limit, to: coordinate, kinds: kinds).map(\.id)
  }

  /// As ``nearest(_:to:kinds:)``, with the chords in metres, which are exact to 0.1 m.
  /// - Parameter reach: nothing with a longer chord is found.
  package func nearestByChord(
    _ limit: Int, to coordinate: Coordinate, withinMetres reach: Double = .infinity, kinds: Set<PlaceKind>? = nil
  ) -> [(chord: Double, id: PlaceID)] {
    guard limit > 0 else { return [] }
    var found: [(chord: Double, id: PlaceID)] = []
    for (number, file) in files.enumerated() {
      let near: [PointTree.Found]
      if let kinds {
        near = file.nearest(limit, to: coordinate, withinMetres: reach) { kinds.contains(file.kind($0)) }
      } else {
        near = file.nearest(limit, to: coordinate, withinMetres: reach)
      }
      found.reserveCapacity(found.count + near.count)
      for place in near {
        found.append(
          (place.squaredChord.squareRoot() / PackedPoint.unitsPerMetre, Self.id(file: number, place: place.index)))
      }
    }
    if files.count > 1 { found.sort { $0 < $1 } }
    return found.count > limit ? Array(found.prefix(limit)) : found
  }

  /// The towns nearest to a point that have at least so many inhabitants or are capitals, the nearest first.
  public func cities(around coordinate: Coordinate, limit: Int, leastPopulation: Int) -> [Place] {
    guard let (number, file) = files.enumerated().reversed().first else { return [] }
    return file.nearest(limit, to: coordinate) { place in
      file.kind(place) == .city && (file.population(place) >= leastPopulation || file.isCapital(place))
    }.map { self[Self.id(file: number, place: $0.index)] }
  }

  // MARK: Inside the package

  package static func id(file: Int, place: Int) -> PlaceID {
    PlaceID(rawValue: UInt32(file) << GazetteerFormat.postingPlaceBits | UInt32(place))
  }

  private func fileNumber(_ id: PlaceID) -> Int { Int(id.rawValue >> GazetteerFormat.postingPlaceBits) }

  /// The file and the number in it; an id of another atlas gives the nearest there is.
  package func locate(_ id: PlaceID) -> (file: GazetteerFile, place: Int) {
    let file = files[min(fileNumber(id), files.count - 1)]
    return (file, Int(id.rawValue & ((1 << GazetteerFormat.postingPlaceBits) - 1)))
  }

  package func kind(_ id: PlaceID) -> PlaceKind {
    let (file, place) = locate(id)
    return file.kind(place)
  }

  package func coordinate(_ id: PlaceID) -> Coordinate {
    let (file, place) = locate(id)
    return file.coordinate(place)
  }

  package func country(_ id: PlaceID) -> String? {
    let (file, place) = locate(id)
    return file.countryCode(file.countryNumber(place))
  }

  package func prominence(_ id: PlaceID) -> Double {
    let (file, place) = locate(id)
    return file.prominence(place)
  }

  /// The records of a name that was hashed word by word.
  package func match(hash: UInt64, key: UnsafeBufferPointer<UInt8>, tokenCount: Int) -> NameMatch? {
    var first: NameMatch.Record?
    var others: [NameMatch.Record] = []
    for number in files.indices {
      guard let record = files[number].record(hash: hash, key: key) else { continue }
      if first == nil { first = (UInt32(number), record) } else { others.append((UInt32(number), record)) }
    }
    return first.map { NameMatch(tokenCount: tokenCount, first: $0, others: others) }
  }
}
