import Testing

@testable import GeoJSON

/// A source that hands out `bytes` so many at a time.
func source(_ bytes: [UInt8], chunk: Int) -> (UnsafeMutableRawBufferPointer) throws -> Int {
  var place = 0
  return { buffer in
    let count = min(buffer.count, chunk, bytes.count - place)
    buffer.copyBytes(from: bytes[place..<place + count])
    place += count
    return count
  }
}

/// The features of a stream, and the faults met.
func readAll(_ bytes: [UInt8], _ layout: FeatureReader.Layout = .automatic, chunk: Int = .max) -> (
  [Feature], [GeoJSONFault]
) {
  var reader = FeatureReader(layout, from: source(bytes, chunk: chunk))
  var features: [Feature] = []
  var faults: [GeoJSONFault] = []
  // Every call makes progress: the bound is for readers that would not.
  for _ in 0..<100_000 {
    do {
      guard let feature = try reader.next() else { return (features, faults) }
      features.append(feature)
    } catch let fault as GeoJSONFault {
      faults.append(fault)
    } catch {
      Issue.record("\(error)")
    }
  }
  Issue.record("the reader does not end")
  return (features, faults)
}

func geometry(_ text: String) throws -> Geometry {
  guard case .geometry(let geometry, _) = try GeoJSONReader().object(text) else {
    throw GeoJSONFault(.object, pointer: "", offset: 0)
  }
  return geometry
}

func feature(_ text: String) throws -> Feature {
  guard case .feature(let feature) = try GeoJSONReader().object(text) else {
    throw GeoJSONFault(.object, pointer: "", offset: 0)
  }
  return feature
}

func positions(_ pairs: (Double, Double)...) -> [Position] { pairs.map { Position(longitude: $0.0, latitude: $0.1) } }
