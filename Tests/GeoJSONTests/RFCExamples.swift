/// The examples of RFC 7946: section 1.5, appendix A, and 5.
enum RFCExamples {
  static let collection = """
    {
       "type": "FeatureCollection",
       "features": [{
           "type": "Feature",
           "geometry": {"type": "Point", "coordinates": [102.0, 0.5]},
           "properties": {"prop0": "value0"}
       }, {
           "type": "Feature",
           "geometry": {
               "type": "LineString",
               "coordinates": [[102.0, 0.0], [103.0, 1.0], [104.0, 0.0], [105.0, 1.0]]
           },
           "properties": {"prop0": "value0", "prop1": 0.0}
       }, {
           "type": "Feature",
           "geometry": {
               "type": "Polygon",
               "coordinates": [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]]
           },
           "properties": {"prop0": "value0", "prop1": {"this": "that"}}
       }]
    }
    """

  static let bounded = """
    {"type": "Feature", "bbox": [-10.0, -10.0, 10.0, 10.0],
     "geometry": {"type": "Polygon", "coordinates": [[[-10.0, -10.0], [10.0, -10.0], [10.0, 10.0], [-10.0, -10.0]]]},
     "properties": null}
    """

  static let geometries = [
    #"{"type": "Point", "coordinates": [100.0, 0.0]}"#,
    #"{"type": "LineString", "coordinates": [[100.0, 0.0], [101.0, 1.0]]}"#,
    #"{"type": "Polygon", "coordinates": [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]]}"#,
    """
    {"type": "Polygon", "coordinates": [
      [[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]],
      [[100.8, 0.8], [100.8, 0.2], [100.2, 0.2], [100.2, 0.8], [100.8, 0.8]]]}
    """,
    #"{"type": "MultiPoint", "coordinates": [[100.0, 0.0], [101.0, 1.0]]}"#,
    #"{"type": "MultiLineString", "coordinates": [[[100.0, 0.0], [101.0, 1.0]], [[102.0, 2.0], [103.0, 3.0]]]}"#,
    """
    {"type": "MultiPolygon", "coordinates": [
      [[[102.0, 2.0], [103.0, 2.0], [103.0, 3.0], [102.0, 3.0], [102.0, 2.0]]],
      [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]],
       [[100.2, 0.2], [100.2, 0.8], [100.8, 0.8], [100.8, 0.2], [100.2, 0.2]]]]}
    """,
    """
    {"type": "GeometryCollection", "geometries": [
      {"type": "Point", "coordinates": [100.0, 0.0]},
      {"type": "LineString", "coordinates": [[101.0, 0.0], [102.0, 1.0]]}]}
    """,
  ]

  /// Section 3.1.9: a line from Fiji's waters on, and a box, both cut.
  static let cut = [
    #"{"type": "MultiLineString", "coordinates": [[[170.0, 45.0], [180.0, 45.0]], [[-180.0, 45.0], [-170.0, 45.0]]]}"#,
    """
    {"type": "MultiPolygon", "coordinates": [
      [[[180.0, 40.0], [180.0, 50.0], [170.0, 50.0], [170.0, 40.0], [180.0, 40.0]]],
      [[[-170.0, 40.0], [-170.0, 50.0], [-180.0, 50.0], [-180.0, 40.0], [-170.0, 40.0]]]]}
    """,
  ]
}
