/// What pages around a sheet need to look like it.
package enum PageColours {
  /// Colours of the light theme with those of the dark one that take their place, in the order of their names.
  package static let night: [(light: String, dark: String)] = {
    let (light, dark) = (MapTheme.named(.light), MapTheme.named(.dark))
    var pairs: [(light: String, dark: String)] = []
    func add(_ day: String, _ night: String) {
      if !pairs.contains(where: { $0.light == day }) { pairs.append((day, night)) }
    }
    for (_, path) in MapTheme.names.sorted(by: { $0.key < $1.key }) { add(light[keyPath: path], dark[keyPath: path]) }
    for family in SymbolFamily.allCases { add(light.colour(of: family), dark.colour(of: family)) }
    return pairs
  }()

  /// `#rrggbb`
  package static func colour(of family: SymbolFamily, _ theme: MapOptions.Theme) -> String {
    MapTheme.named(theme).colour(of: family)
  }
}

extension SymbolFamily {
  /// The outline of the family's symbol around the origin, as the data of a path.
  package func outline(radius: Double) -> String {
    SymbolShape.path(self, at: PixelPoint(x: 0, y: 0), radius: radius)
  }

  /// How far below the middle of the symbol the middle of a number stands best, in units of its radius.
  package var numberDrop: Double { SymbolShape.numberDrop(self) }
}
