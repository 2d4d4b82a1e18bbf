import Coordinates

/// Writes GeoJSON as UTF-8: the same values give the same bytes.
///
/// What is written follows RFC 7946 whatever the model holds: geometries are cut at the antimeridian, rings run the right way
/// round, coordinates have few decimals. A feature whose geometry has a coordinate that is no number is written without it.
///
///     let text = GeoJSONWriter().string(FeatureCollection([feature]))
public struct GeoJSONWriter: Sendable {
  /// Which objects get a `bbox` that has none of its own.
  public enum BoundingBoxes: Hashable, Sendable {
    case none
    case collection
    case collectionAndFeatures
  }

  /// Decimals of coordinates, 0 ... 15; 7 are about a centimetre.
  public var decimals: Int
  /// One feature a line, for people who read and diff files.
  public var featuresOnLines: Bool
  public var boundingBoxes: BoundingBoxes
  /// Lines and polygons are split where they cross ±180° (RFC 7946, 3.1.9).
  public var cutsAntimeridian: Bool
  /// Exterior rings run counter-clockwise, holes clockwise (RFC 7946, 3.1.6).
  public var windsRings: Bool

  /// - Parameter decimals: of coordinates; what is outside 0 ... 15 is moved inside.
  public init(
    decimals: Int = 7, featuresOnLines: Bool = true, boundingBoxes: BoundingBoxes = .collection,
    cutsAntimeridian: Bool = true, windsRings: Bool = true
  ) {
    self.decimals = min(max(decimals, 0), 15)
    self.featuresOnLines = featuresOnLines
    self.boundingBoxes = boundingBoxes
    self.cutsAntimeridian = cutsAntimeridian
    self.windsRings = windsRings
  }

  /// A whole collection, its `bbox` first.
  public func string(_ collection: FeatureCollection) -> String { output(collection).string }

  /// One feature, without a line feed.
  public func string(_ feature: Feature) -> String { output(.feature(feature)).string }

  /// One geometry. A coordinate that is no number is written as null.
  public func string(_ geometry: Geometry) -> String { output(.geometry(geometry, members: [])).string }

  /// Whatever was read.
  public func string(_ object: GeoJSONObject) -> String { output(object).string }

  /// A value that is no GeoJSON.
  public func string(_ value: JSONValue) -> String {
    var output = makeOutput()
    output.value(value)
    return output.string
  }

  /// As ``string(_:)``, in UTF-8.
  public func bytes(_ object: GeoJSONObject) -> [UInt8] { output(object).bytes.withBytes { Array($0) } }

  // MARK: Shared with the streaming writer

  func makeOutput(capacity: Int = 1024) -> JSONOutput {
    JSONOutput(decimals: min(max(decimals, 0), 15), capacity: capacity)
  }

  /// The geometry as it is written; nil where a coordinate is no number.
  @inline(__always)
  func shaped(_ geometry: Geometry) -> Geometry? {
    if case .point(let position) = geometry, position.coordinate.isValid, position.altitude?.isFinite ?? true {
      return geometry
    }
    return shapedSlowly(geometry)
  }

  private func shapedSlowly(_ geometry: Geometry) -> Geometry? {
    guard geometry.isFinite else { return nil }
    let cut = cutsAntimeridian ? geometry.cutAtAntimeridian() : geometry
    return windsRings ? cut.rightHanded() : cut
  }

  func write(_ feature: Feature, geometry: Geometry?, to output: inout JSONOutput) {
    var bounds = feature.bounds
    if bounds == nil, boundingBoxes == .collectionAndFeatures, let geometry { bounds = geometry.bounds }
    output.feature(feature, geometry: geometry, bounds: bounds)
  }

  func writeHead(bounds: Bounds?, foreignMembers: [JSONValue.Member], to output: inout JSONOutput) {
    output.raw("{\"type\":\"FeatureCollection\"")
    if let bounds {
      output.bytes.append(Ascii.comma)
      output.bounds(bounds)
    }
    output.members(foreignMembers, isFirst: false)
    output.raw(",\"features\":[")
  }

  /// What stands before the feature that comes at `index`.
  func writeSeparator(at index: Int, to output: inout JSONOutput) {
    if index > 0 { output.bytes.append(Ascii.comma) }
    if featuresOnLines { output.bytes.append(Ascii.newline) }
  }

  /// What stands behind the last feature of a collection whose box is known only then.
  func writeTail(bounds: Bounds?, to output: inout JSONOutput) {
    output.raw(featuresOnLines ? "\n]" : "]")
    if let bounds {
      output.bytes.append(Ascii.comma)
      output.bounds(bounds)
    }
    output.raw(featuresOnLines ? "}\n" : "}")
  }

  // MARK: Whole objects

  private func output(_ object: GeoJSONObject) -> JSONOutput {
    switch object {
    case .featureCollection(let collection): return output(collection)
    case .feature(let feature):
      var output = makeOutput()
      write(feature, geometry: feature.geometry.flatMap(shaped), to: &output)
      return output
    case .geometry(let geometry, let members):
      var output = makeOutput()
      output.geometry(shaped(geometry) ?? geometry, members: members)
      return output
    }
  }

  private func output(_ collection: FeatureCollection) -> JSONOutput {
    var output = makeOutput(capacity: 1024 + collection.features.count * 128)
    var bounds = collection.bounds
    if bounds == nil, boundingBoxes != .none {
      var accumulator = BoundsAccumulator()
      for feature in collection.features {
        if let geometry = feature.geometry.flatMap(shaped) { accumulator.add(geometry) }
      }
      bounds = accumulator.bounds
    }
    writeHead(bounds: bounds, foreignMembers: collection.foreignMembers, to: &output)
    for (index, feature) in collection.features.enumerated() {
      writeSeparator(at: index, to: &output)
      write(feature, geometry: feature.geometry.flatMap(shaped), to: &output)
    }
    output.raw(featuresOnLines ? "\n]}\n" : "]}")
    return output
  }
}
