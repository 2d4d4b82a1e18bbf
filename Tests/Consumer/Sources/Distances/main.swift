import Coordinates
import GeoJSON
import Geodesy

let isfahan = Coordinate(longitude: 51.6746, latitude: 32.6525)
let damascus = Coordinate(longitude: 36.2913, latitude: 33.5102)
let way = Geodesic.wgs84.inverse(from: isfahan, to: damascus)
print(way.distance.metres.rounded(), way.initialBearing.degrees.rounded())

let map = try Transformation("+proj=laea +lon_0=44 +lat_0=33")
let point = try map.forward(isfahan)
print(point.x.rounded(), point.y.rounded())

let line = Feature(
  geometry: .lineString([Position(isfahan), Position(damascus)]),
  properties: [JSONValue.Member("metres", .double(way.distance.metres.rounded()))])
print(GeoJSONWriter().string(line))
