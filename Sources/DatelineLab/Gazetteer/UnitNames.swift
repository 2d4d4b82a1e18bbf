import Foundation

/// English-looking names of administrative units out of those that the sources have.
enum UnitNames {
  private static let openers = [
    "Muhafazat ", "Ostan-e ", "Sha`biyat ", "Mayorality of ", "Provincia de la ", "Provincia de ", "Provincia del ",
    "Provincia di ", "Provincia ", "Departamento del ", "Departamento de la ", "Departamento de ", "Departamento ",
    "Departement de la ", "Departement des ", "Departement du ", "Departement de l'", "Departement d'",
    "Departement de ",
    "Estado de ", "Komuna e ", "Opstina ", "Land ", "Freistaat ", "Wojewodztwo ", "Oblast ", "Distrito de ",
    "Distrito ",
    "Regiao Autonoma ", "Region de la ", "Region de ", "Region ", "Gouvernorat de ", "Wilaya de ", "Wilaya d'",
    "Judetul ",
    "Republic of ", "State of ", "Province of ", "Provinsi ", "Propinsi ", "Zupanija ", "Kanton ", "Changwat ", "Tinh ",
    "Vilayet ", "Obshtina ", "Raionul ", "Raion ", "Concelho de ", "Concelho da ", "Concelho do ",
  ]

  private static let closers = [
    " Sheng", " Shi", " Zhuangzu Zizhiqu", " Huizu Zizhiqu", " Uygur Zizhiqu", " Zizhiqu", " Governorate", " Province",
    " Voivodeship", " Oblast'", " Oblast", " Krai", " Region", " Prefecture", " District", " State", " County",
    " Department", " Autonomous Okrug", " Avtonomnyy Okrug", " Municipality", " Republic", " Ken", " Parish",
    " Emirate",
    " Iparchia", " Division", " Viloyati", " Oblysy", " Rayonu", " Ili", " Lan",
  ]

  /// The name without the word for its kind; the name itself where nothing else is left.
  static func bare(_ name: String) -> String {
    var rest = name
    for opener in openers where rest.hasPrefix(opener) && rest.count > opener.count + 2 {
      rest.removeFirst(opener.count)
      break
    }
    for closer in closers where rest.hasSuffix(closer) && rest.count > closer.count + 2 {
      rest.removeLast(closer.count)
      break
    }
    let words = [
      "Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "Capital", "Upper",
      "Lower",
    ]
    return words.contains(rest) ? name : rest
  }

  /// Countries whose names GeoNames transliterates with marks that newspapers do not print.
  private static let transliterated: Set<String> = [
    "AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DJ", "DZ", "EG", "EH", "ER", "ET", "GE", "GR", "IL",
    "IN", "IQ", "IR", "JO", "JP", "KG",
    "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MA", "MK", "MM", "MN", "MR", "NP", "OM", "PK", "PS", "QA",
    "RU", "SA", "SD", "SO", "SY", "TH", "TJ",
    "TM", "TN", "TW", "UA", "UZ", "YE",
  ]

  /// `Qahjāvarestān` → `Qahjavarestan`, `Rafaḩ` → `Rafah`; names of countries that write Latin letters stay as they are.
  static func romanised(_ name: String, country: String) -> String {
    guard transliterated.contains(country) else { return name }
    let plain = name.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    let kept = plain.filter { !["ʻ", "ʼ", "ʽ", "ʾ", "ʿ", "`", "‘"].contains($0) }
    return String(String.UnicodeScalarView(kept))
  }
}
