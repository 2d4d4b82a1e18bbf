import Coordinates

/// Geometries as GeoPackage stores them: a header and well-known binary, both little-endian (OGC 12-128r18, 2.1.3).
enum GeoPackageGeometry {
  /// - Parameter points: at least one; of a layer of points the first alone.
  static func bytes(_ points: [Coordinate], _ geometry: GeoPackage.Layer.Geometry) -> [UInt8] {
    // "GP", version 0, little-endian without envelope
    var bytes: [UInt8] = [0x47, 0x50, 0, 1]
    append(UInt32(4326), to: &bytes)
    if geometry == .point, let point = points.first {
      append(point, to: &bytes)
    } else {
      append(type: 4, to: &bytes)
      append(UInt32(truncatingIfNeeded: points.count), to: &bytes)
      for point in points { append(point, to: &bytes) }
    }
    return bytes
  }

  private static func append(_ point: Coordinate, to bytes: inout [UInt8]) {
    append(type: 1, to: &bytes)
    append(point.longitude.bitPattern, to: &bytes)
    append(point.latitude.bitPattern, to: &bytes)
  }

  private static func append(type: UInt32, to bytes: inout [UInt8]) {
    bytes.append(1)
    append(type, to: &bytes)
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
