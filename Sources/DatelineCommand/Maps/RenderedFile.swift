import Cartography
import GeoJSON

/// GeoJSON that is to be drawn, with what is wrong with it.
struct RenderedFile {
  let path: String
  private(set) var collection: FeatureCollection
  /// What cannot be drawn as it says, in sentences with JSON Pointers.
  private(set) var complaints: [String] = []

  private static let mostComplaints = 5

  /// - Throws: the first fault with its place, where the text is no GeoJSON or a position is not on Earth.
  init(path: String) throws(InputFailure) {
    self.path = path
    let source = try ByteSource(path: path)
    let bytes = try source.bytes()
    let name = source.name
    func failure(_ error: any Error) -> InputFailure { InputFailure("\(name): \(error)") }
    let lower = path.lowercased()
    let layout: FeatureReader.Layout =
      lower.hasSuffix(".geojsonseq")
      ? .textSequence
      : [".geojsonl", ".geojsons", ".ndjson", ".jsonl"].contains(where: lower.hasSuffix)
        ? .newlineDelimited : .automatic
    var reader = FeatureReader(bytes, layout: layout)
    var features: [Feature] = []
    do { while let feature = try reader.next() { features.append(feature) } } catch { throw failure(error) }
    collection = reader.collection
    collection.features = features
    if features.contains(where: { $0.geometry?.positions.contains { !$0.coordinate.isValid } ?? false }) {
      let fault = GeoJSONValidator().faults(in: bytes, layout: layout)
        .first { $0.rule == .longitude || $0.rule == .latitude }
      throw InputFailure("\(name): \(fault.map { "\($0)" } ?? "a position is not on Earth")")
    }
    noteStyles(name)
  }

  /// As the file says, else its name.
  var title: String {
    for key in ["title", "name"] {
      if case .string(let text)? = collection.foreignMembers.first(where: { $0.key == key })?.value { return text }
    }
    return path == "-" ? "" : OutputNames.stem(of: path)
  }

  /// Asks that some feature has a property.
  func require(property: String, of flag: String) throws(InputFailure) {
    guard !collection.features.contains(where: { $0[property] != nil }) else { return }
    var known: [String] = []
    for key in collection.features.prefix(1000).flatMap({ $0.properties.map(\.key) }) where !known.contains(key) {
      known.append(key)
    }
    let others = known.isEmpty ? "features have none" : "there are: \(known.prefix(30).joined(separator: ", "))"
    throw InputFailure("\(path): \(flag): no feature has the property '\(property)'; \(others)")
  }

  /// Simplestyle properties with values that it does not have.
  private mutating func noteStyles(_ name: String) {
    var count = 0
    for (index, feature) in collection.features.enumerated() {
      for fault in MapFeature.styleFaults(of: feature) {
        count += 1
        guard count <= Self.mostComplaints else { continue }
        complaints.append(
          "\(name): /features/\(index)/properties/\(fault.property) is not drawn: \(fault.expected) is wanted")
      }
    }
    if count > Self.mostComplaints {
      complaints.append("\(name): \(count - Self.mostComplaints) more properties of style are not drawn")
    }
  }
}
