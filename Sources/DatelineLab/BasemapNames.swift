/// Names and codes where Natural Earth's own do not do.
enum BasemapNames {
  /// Full English names for those that the source shortens or that have changed.
  private static let names = [
    "AG": "Antigua and Barbuda", "BA": "Bosnia and Herzegovina", "BL": "Saint Barthélemy", "CC": "Cocos Islands",
    "CD": "DR Congo", "CF": "Central African Republic", "CG": "Congo", "CK": "Cook Islands", "CV": "Cape Verde",
    "CX": "Christmas Island", "CI": "Ivory Coast", "DO": "Dominican Republic", "EH": "Western Sahara",
    "FK": "Falkland Islands", "FO": "Faroe Islands", "GQ": "Equatorial Guinea", "GS": "South Georgia",
    "HM": "Heard Island", "IO": "British Indian Ocean Territory", "KN": "Saint Kitts and Nevis", "KY": "Cayman Islands",
    "MF": "Saint Martin", "MH": "Marshall Islands", "MK": "North Macedonia", "MP": "Northern Mariana Islands",
    "PF": "French Polynesia", "PM": "Saint Pierre and Miquelon", "PN": "Pitcairn Islands", "SB": "Solomon Islands",
    "SS": "South Sudan", "ST": "São Tomé and Príncipe", "SZ": "Eswatini", "TC": "Turks and Caicos Islands",
    "TF": "French Southern Lands", "TK": "Tokelau", "UM": "U.S. Outlying Islands", "US": "United States",
    "VC": "Saint Vincent and the Grenadines", "VG": "British Virgin Islands", "VI": "U.S. Virgin Islands",
    "WF": "Wallis and Futuna", "--": "",
  ]

  static func name(ofCountry code: String, inSource name: String?) -> String { names[code] ?? name ?? code }

  /// Units to which the source gives no code and on which the worldview table has nothing to say.
  static func country(ofUncodedUnit country: String, _ unit: String) -> String {
    switch (country, unit) {
    // Leased by Russia, Kazakh territory.
    case ("Baykonur Cosmodrome", _): "KZ"
    // Leased by the United States, Cuban territory.
    case ("US Naval Base Guantanamo Bay", _): "CU"
    // A French possession; its code CP is only reserved.
    case ("Clipperton Island", _): "FR"
    case (_, "Christmas Island"): "CX"
    case (_, "Cocos (Keeling) Islands"): "CC"
    // The Spratly Islands, claimed by six, and whatever a later source adds: nobody's.
    default: "--"
    }
  }
}
