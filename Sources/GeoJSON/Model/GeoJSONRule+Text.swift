extension GeoJSONRule {
  /// Where the rule stands.
  public var section: String { text.section }

  /// What is wrong where it is broken, without a full stop.
  public var complaint: String { text.complaint }

  /// What to do about it: one sentence.
  public var remedy: String { text.remedy }

  private var text: (section: String, complaint: String, remedy: String) {
    switch self {
    case .syntax: ("RFC 8259, 2", "this is not JSON", "Write the file with a JSON library instead of by hand.")
    case .truncated: ("RFC 8259, 2", "the text ends too early", "Fetch or write the file again.")
    case .encoding: ("RFC 8259, 8.1", "these bytes are not UTF-8", "Convert the file to UTF-8.")
    case .byteOrderMark: ("RFC 8259, 8.1", "the text begins with a byte order mark", "Remove its first three bytes.")
    case .loneSurrogate:
      ("RFC 8259, 8.2", "a \\u escape is half of a surrogate pair", "Write the character itself, or both halves.")
    case .duplicateKey:
      ("RFC 8259, 4", "an object has the same key twice", "Keep one of the two; readers disagree on which one counts.")
    case .nesting:
      ("RFC 8259, 9", "arrays and objects nest too deep", "Flatten the value, or allow more with `maximumDepth`.")
    case .numberRange:
      ("RFC 8259, 6", "the number is too large for a double", "Write a finite number of common size, or a string.")
    case .recordFraming:
      (
        "RFC 8142, 2", "a text of the sequence does not begin with a record separator",
        "Put the byte 1E before each text."
      )
    case .object: ("RFC 7946, 3", "this is not a JSON object", "Write an object with the member \"type\".")
    case .type:
      (
        "RFC 7946, 1.4 and 3", "the member \"type\" is missing or is none of the types allowed here",
        "Write one of the nine types, spelled as in the RFC."
      )
    case .forbiddenMember:
      (
        "RFC 7946, 7.1", "this type of object must not have such a member",
        "Rename the member, or move it where it belongs."
      )
    case .crs:
      (
        "RFC 7946, 4", "there is a member \"crs\", which was removed from GeoJSON",
        "Transform the coordinates to WGS 84 and remove the member."
      )
    case .featureGeometry:
      (
        "RFC 7946, 3.2", "a feature needs the member \"geometry\", a geometry object or null",
        "Write \"geometry\": null where there is no place."
      )
    case .featureProperties:
      (
        "RFC 7946, 3.2", "a feature needs the member \"properties\", an object or null",
        "Write \"properties\": {} where there are none."
      )
    case .featureID: ("RFC 7946, 3.2", "an id is neither a string nor a number", "Write a string, or leave the id out.")
    case .duplicateID:
      ("RFC 7946, 3.2", "two features have the same id", "Give each feature an id of its own, or none.")
    case .features:
      (
        "RFC 7946, 3.3", "a FeatureCollection needs the member \"features\", an array",
        "Write \"features\": [] where there are none."
      )
    case .featureElement:
      (
        "RFC 7946, 3.3", "an element of \"features\" is not a Feature",
        "Wrap geometries in features; take collections apart."
      )
    case .coordinates:
      (
        "RFC 7946, 3.1", "the member \"coordinates\" is missing or is not nested as the type demands",
        "Nest positions as the type demands: none for Point, one array for LineString, two for Polygon, one more for Multi."
      )
    case .emptyCoordinates:
      ("RFC 7946, 3.1", "the geometry is empty", "Write null as the geometry of the feature.")
    case .geometries:
      (
        "RFC 7946, 3.1.8", "a GeometryCollection needs the member \"geometries\", an array",
        "Write \"geometries\": [] where there are none."
      )
    case .geometryElement:
      ("RFC 7946, 3.1.8", "an element of \"geometries\" is not a geometry object", "Remove what is null or a feature.")
    case .nestedCollection:
      ("RFC 7946, 3.1.8", "a GeometryCollection stands within another", "Put all geometries into the outer one.")
    case .needlessCollection:
      (
        "RFC 7946, 3.1.8", "a GeometryCollection holds a single part, or parts of one type only",
        "Use that geometry, or the Multi type."
      )
    case .position: ("RFC 7946, 3.1.1", "a position is not an array of numbers", "Write [longitude, latitude].")
    case .positionLength:
      ("RFC 7946, 3.1.1", "a position has fewer than two numbers", "Write [longitude, latitude].")
    case .positionExtra:
      (
        "RFC 7946, 3.1.1", "a position has more than three numbers",
        "Keep longitude, latitude and height; put the rest into the properties."
      )
    case .longitude:
      (
        "RFC 7946, 4", "a longitude is not within -180 and 180",
        "Write degrees on WGS 84, longitude first; subtract 360 beyond 180."
      )
    case .latitude:
      (
        "RFC 7946, 4", "a latitude is not within -90 and 90",
        "Write degrees on WGS 84, longitude first; the two may be swapped."
      )
    case .precision:
      ("RFC 7946, 11.2", "a coordinate has needless decimals", "Round to 7 decimals, which are a centimetre.")
    case .lineLength: ("RFC 7946, 3.1.4", "a line has fewer than two positions", "Write a Point, or add the other end.")
    case .ringLength:
      ("RFC 7946, 3.1.6", "a ring has fewer than four positions", "Write three corners and the first one again.")
    case .ringClosure:
      ("RFC 7946, 3.1.6", "the first and the last position of a ring differ", "Repeat the first position at the end.")
    case .ringWinding:
      (
        "RFC 7946, 3.1.6", "a ring runs the wrong way round",
        "Reverse it: exterior rings run counter-clockwise, holes clockwise."
      )
    case .ringArea: ("RFC 7946, 3.1.6", "a ring has no area", "Remove it, or write a LineString.")
    case .ringCrossing:
      ("RFC 7946, 3.1.6", "a ring crosses itself", "Split it at the crossing, or reorder its corners.")
    case .holeOutside:
      (
        "RFC 7946, 3.1.6", "a hole lies outside the exterior ring",
        "Write it as a polygon of a MultiPolygon, or remove it."
      )
    case .antimeridian:
      (
        "RFC 7946, 3.1.9", "a step of more than 180 degrees crosses the antimeridian",
        "Cut the geometry at 180 degrees into a Multi type."
      )
    case .boundsShape: ("RFC 7946, 5", "a bbox is not an array of 4 or 6 numbers", "Write [west, south, east, north].")
    case .boundsRange:
      (
        "RFC 7946, 5", "a bbox reaches beyond the range of longitude or latitude",
        "Write degrees: [west, south, east, north]."
      )
    case .boundsOrder:
      (
        "RFC 7946, 5", "the south of a bbox lies north of its north, or its lowest height above its highest",
        "Write [west, south, east, north]."
      )
    case .boundsDimensions:
      (
        "RFC 7946, 5", "a bbox has other dimensions than the positions it holds",
        "Write 4 numbers for positions without height and 6 for positions with height."
      )
    case .boundsContent:
      (
        "RFC 7946, 5", "a bbox does not hold all positions of its object",
        "Write [west, south, east, north]; west is greater than east only across the antimeridian."
      )
    }
  }
}
