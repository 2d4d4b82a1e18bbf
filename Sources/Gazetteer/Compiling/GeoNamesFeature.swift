/// What GeoNames' feature classes and codes are to us.
enum GeoNamesFeature {
  /// The kind of a place by class (`P`) and code (`PPLX`).
  static func kind(class featureClass: UInt8, code: String) -> PlaceKind {
    switch featureClass {
    case UInt8(ascii: "A"): administrative(code)
    case UInt8(ascii: "P"): code == "PPLX" ? .district : .city
    case UInt8(ascii: "H"), UInt8(ascii: "U"): .water
    case UInt8(ascii: "T"), UInt8(ascii: "V"): .landform
    case UInt8(ascii: "S"):
      switch code {
      case "AIRP", "AIRB", "AIRF", "AIRH", "AIRQ", "AIRS": .airport
      default: .facility
      }
    case UInt8(ascii: "L"):
      switch code {
      case "MILB", "PRT", "INDS", "NVB", "RESN", "CAMP", "REFC", "OILF", "MNA": .facility
      default: .region
      }
    case UInt8(ascii: "R"): .facility
    default: .region
    }
  }

  private static func administrative(_ code: String) -> PlaceKind {
    switch code {
    case "PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "PCL", "TERR": .country
    case "ADM1": .admin1
    case "ADM2", "ADM3", "ADM4", "ADM5", "ADMD": .admin2
    default: .region
    }
  }

  /// How well known a place without inhabitants is taken to be, on the scale of ``Place/rank``; 0 for no more than a hamlet.
  static func rank(kind: PlaceKind, code: String) -> Int {
    switch code {
    case "CONT", "OCN": 1
    case "SEA", "GULF", "DSRT", "RGN": 3
    case "MTS", "STRT", "BAY", "LK", "ISL", "ISLS", "PEN", "AIRP", "AIRB", "NVB", "MILB", "DAM", "VLC": 5
    default: 0
    }
  }

  /// What an alternate name is, by its language or pseudo-language and its flags; nil where it is none.
  static func nameKind(language: String, isColloquial: Bool, isHistoric: Bool) -> NameKind? {
    switch language {
    case "link", "wkdt", "post", "phon", "piny", "uicn", "tcid": nil
    case "iata", "icao", "faac", "unlc": .code
    case "abbr": .abbreviation
    default: isHistoric ? .historical : isColloquial ? .alias : .alternate
    }
  }
}
