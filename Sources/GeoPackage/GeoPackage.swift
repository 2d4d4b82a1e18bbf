import Coordinates

/// Writes a GeoPackage (OGC 12-128r18, version 1.3): layers of points on WGS 84 with fields, each with an R-tree, and tables without
/// geometry.
///
/// The same calls give the same bytes with the same SQLite; no clock is read. Not `Sendable`: the file belongs to one task.
///
///     let package = try GeoPackage(path: path)
///     let towns = try package.add(GeoPackage.Layer(name: "towns", title: "Towns", geometry: .point, fields: fields))
///     try package.insert([coordinate], [.text("Arad")], into: towns)
///     try package.finish(lastChange: "2024-04-19T00:00:00.000Z")
public final class GeoPackage {
  /// A table of features, or of rows without geometry.
  public struct Layer: Hashable, Sendable {
    /// The kind of geometry that a layer holds.
    public enum Geometry: Hashable, Sendable {
      case none, point, multiPoint
    }

    /// The table's name: letters, digits and underscores.
    public var name: String
    public var title: String
    public var geometry: Geometry
    public var fields: [Field]

    /// A layer. `name` is that of its table, `title` what people read.
    public init(name: String, title: String, geometry: Geometry, fields: [Field]) {
      self.name = name
      self.title = title
      self.geometry = geometry
      self.fields = fields
    }
  }

  /// A column of a layer.
  public struct Field: Hashable, Sendable {
    /// What a field holds: the types of the standard's table 1 that rows need.
    public enum Kind: String, Sendable {
      case text = "TEXT"
      case integer = "INTEGER"
      case real = "REAL"
      case date = "DATE"
      case time = "DATETIME"
    }

    /// The column's name, and what it holds.
    public var name: String
    public var kind: Kind

    /// A field of a name and a kind.
    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// A cell. Dates and times are text in the form that the standard asks for.
  public enum Value: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case bytes([UInt8])
  }

  private let database: Database
  private var layers: [Written] = []

  /// A layer with what its table of contents needs.
  private struct Written {
    var layer: Layer
    var insert: Statement
    var index: Statement?
    var bounds: (west: Double, south: Double, east: Double, north: Double)?
  }

  /// Begins a file; of that name there must be none, or an empty one.
  public init(path: String) throws(GeoPackageError) {
    database = try Database(path: path)
    try database.run(GeoPackageSchema.base)
  }

  /// Begins a layer.
  /// - Returns: its number.
  public func add(_ layer: Layer) throws(GeoPackageError) -> Int {
    try database.run(GeoPackageSchema.table(layer))
    let columns = (layer.geometry == .none ? [] : ["geom"]) + layer.fields.map(\.name)
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try database.prepare("INSERT INTO \"\(layer.name)\" (\(names)) VALUES (\(places))")
    let index =
      layer.geometry == .none
      ? nil : try database.prepare("INSERT INTO \"rtree_\(layer.name)_geom\" VALUES (?, ?, ?, ?, ?)")
    layers.append(Written(layer: layer, insert: insert, index: index))
    return layers.count - 1
  }

  /// Adds a row.
  /// - Parameters:
  ///   - points: none for a row without a place; of a layer of points the first counts.
  ///   - values: one for each field, in their order.
  public func insert(_ points: [Coordinate], _ values: [Value], into number: Int) throws(GeoPackageError) {
    let layer = layers[number].layer
    guard layer.geometry != .none else { return try layers[number].insert.run(values) }
    let shown = layer.geometry == .point ? Array(points.prefix(1)) : points
    let geometry: Value = shown.isEmpty ? .null : .bytes(GeoPackageGeometry.bytes(shown, layer.geometry))
    try layers[number].insert.run([geometry] + values)
    guard let first = shown.first else { return }
    var box = (west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
    for point in shown {
      box = (
        min(box.west, point.longitude), min(box.south, point.latitude), max(box.east, point.longitude),
        max(box.north, point.latitude)
      )
    }
    try layers[number].index?.run([
      .integer(Int(database.lastRow)), .real(box.west), .real(box.east), .real(box.south), .real(box.north),
    ])
    let all = layers[number].bounds ?? box
    layers[number].bounds = (
      min(all.west, box.west), min(all.south, box.south), max(all.east, box.east), max(all.north, box.north)
    )
  }

  /// A style for a layer, as QGIS finds it.
  /// - Parameter qml: QGIS's own form.
  public func addStyle(_ qml: String, to number: Int, name: String) throws(GeoPackageError) {
    if !hasStyles { try database.run(GeoPackageSchema.styles) }
    hasStyles = true
    try database.prepare(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
        styleSLD, useAsDefault, description, owner, update_time)
      VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', NULL)
      """
    ).run([.text(layers[number].layer.name), .text(name), .text(qml)])
  }

  /// A text on the whole of the file: sources, licences.
  public func addMetadata(_ text: String, mimeType: String) throws(GeoPackageError) {
    if metadataCount == 0 { try database.run(GeoPackageSchema.metadata) }
    try database.prepare(
      "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', 'https://schema.org/Dataset', ?, ?)"
    ).run([.text(mimeType), .text(text)])
    metadataCount += 1
  }

  private var metadataCount = 0
  private var hasStyles = false

  /// Writes the table of contents and the triggers of the R-trees, and closes the file.
  /// - Parameter lastChange: the time that the contents are of, as `2024-04-19T00:00:00.000Z`.
  public func finish(lastChange: String) throws(GeoPackageError) {
    try writeContents(lastChange: lastChange)
    try refer(to: metadataCount, lastChange: lastChange)
    try database.run("COMMIT")
    layers = []
    try database.close()
  }

  private func writeContents(lastChange: String) throws(GeoPackageError) {
    let contents = try database.prepare("INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)")
    for written in layers {
      let layer = written.layer
      let isSpatial = layer.geometry != .none
      let box = written.bounds
      try contents.run([
        .text(layer.name), .text(isSpatial ? "features" : "attributes"), .text(layer.title), .text(lastChange),
        box.map { .real($0.west) } ?? .null, box.map { .real($0.south) } ?? .null, box.map { .real($0.east) } ?? .null,
        box.map { .real($0.north) } ?? .null, isSpatial ? .integer(4326) : .null,
      ])
      if isSpatial { try database.run(GeoPackageSchema.registration(of: layer)) }
    }
    guard hasStyles else { return }
    try contents.run([
      .text("layer_styles"), .text("attributes"), .text("layer_styles"), .text(lastChange), .null, .null, .null, .null,
      .null,
    ])
  }

  private func refer(to count: Int, lastChange: String) throws(GeoPackageError) {
    guard count > 0 else { return }
    let reference = try database.prepare(
      "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, ?, NULL)")
    for number in 1...count { try reference.run([.text(lastChange), .integer(number)]) }
  }
}
