import Coordinates

/// A country or province that the content means, as the basemap has it.
struct MeantArea {
  var label: String
  var number: Int?
  var isCountry: Bool
  var rings: Range<Int>
  var labelPoint: Coordinate
  /// Its index among the countries of the content; nil for other areas.
  var country: Int?
}

extension MapContent {
  /// The countries and areas that the basemap knows.
  func meantAreas(_ basemap: Basemap) -> [MeantArea] {
    let whole = countries.enumerated().compactMap { order, country -> MeantArea? in
      guard let index = basemap.country(code: country.code) ?? basemap.country(named: country.label) else { return nil }
      let found = basemap.country(index)
      return MeantArea(
        label: country.label, number: country.number, isCountry: true, rings: found.rings, labelPoint: found.label,
        country: order)
    }
    let parts = areas.compactMap { area -> MeantArea? in
      guard let found = basemap.unit(of: area.country, named: area.name, inside: area.inside) else { return nil }
      return MeantArea(
        label: area.label, number: area.number, isCountry: false, rings: found.rings, labelPoint: found.label)
    }
    return whole + parts
  }
}

extension Basemap {
  /// The country of this English name.
  func country(named name: String) -> Int? {
    let wanted = name.lowercased()
    return (0..<countryCount).first { country($0).name.lowercased() == wanted }
  }

  /// The first-level unit of a name, else the one around a point.
  func unit(of country: String, named name: String, inside point: Coordinate?) -> Area? {
    let own = (0..<unitCount).lazy.map(unit).filter { $0.country == country }
    let wanted = Self.letters(name)
    if !wanted.isEmpty, let unit = own.first(where: { Self.letters($0.name) == wanted }) { return unit }
    guard let point else { return nil }
    return own.first { unit in
      SphereArea.contains(point, in: unit.rings.map { loop($0) })
    }
  }

  private func loop(_ index: Int) -> [Coordinate] {
    arcs(of: ring(index)).flatMap { reference in
      let line = line(ofArc: reference.arc, level: min(1, levelCount - 1))
      return (reference.reversed ? line.reversed() : line).dropLast()
    }
  }

  /// What of a name does not depend on how it is written: letters only, without the generic words.
  private static func letters(_ name: String) -> String {
    let generic: Set<String> = ["oblast", "province", "region", "state", "governorate", "county", "department"]
    let words = name.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return words.map { $0.filter(\.isLetter) }.filter { !generic.contains($0) }.joined()
  }
}
