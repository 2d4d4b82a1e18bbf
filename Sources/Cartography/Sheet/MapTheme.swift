/// The colours of a sheet, as literals that every renderer takes.
struct MapTheme {
  var paper: String
  var sea: String
  var land: String
  var tintedLand: String
  var coast: String
  var border: String
  var firstLevel: String
  var graticule: String
  var frame: String
  var text: String
  var quietText: String
  var countryText: String
  var seaText: String
  var river: String
  var context: String
  var reference: String
  var halo: String
  var seaHalo: String
  var onSymbol: String
  var symbols: [SymbolFamily: String]

  static func named(_ theme: MapOptions.Theme) -> MapTheme {
    switch theme {
    case .light: light
    case .dark: dark
    case .print: print
    }
  }

  private static let light = MapTheme(
    paper: "#ffffff", sea: "#dce8ee", land: "#f8f5ee", tintedLand: "#f3e3c8", coast: "#8fa9b5", border: "#9a9186",
    firstLevel: "#d6cec1", graticule: "#c5d6de", frame: "#6b7278", text: "#1d2226", quietText: "#5b646b",
    countryText: "#7d7468", seaText: "#4f7f99", river: "#a5c3d1", context: "#55595c", reference: "#33383c",
    halo: "#ffffff",
    seaHalo: "#dce8ee", onSymbol: "#ffffff",
    symbols: [
      .strike: "#b3261e", .explosion: "#c2540a", .violence: "#8a1c5b", .military: "#5b3f9e", .protest: "#1f6f8b",
      .disaster: "#1d7a4d", .accident: "#8a6a00", .other: "#4a5560",
    ])

  private static let dark = MapTheme(
    paper: "#14181c", sea: "#1b2730", land: "#2e353b", tintedLand: "#4a4130", coast: "#52646f", border: "#7d868d",
    firstLevel: "#434b52", graticule: "#26343e", frame: "#6d777f", text: "#eceff1", quietText: "#a9b3ba",
    countryText: "#a59d90", seaText: "#7fa6bc", river: "#3a5464", context: "#b7bdc2", reference: "#d9dee2",
    halo: "#171b1f",
    seaHalo: "#1b2730", onSymbol: "#14181c",
    symbols: [
      .strike: "#ff7a6b", .explosion: "#ff9d4d", .violence: "#f08cc3", .military: "#b9a2ff", .protest: "#6cc8e6",
      .disaster: "#6fd3a0", .accident: "#e3c14f", .other: "#c0cad2",
    ])

  private static let print = MapTheme(
    paper: "#ffffff", sea: "#e6ecef", land: "#ffffff", tintedLand: "#ececec", coast: "#5f6a70", border: "#6f6f6f",
    firstLevel: "#c8c8c8", graticule: "#ccd5d9", frame: "#333333", text: "#000000", quietText: "#444444",
    countryText: "#6a6a6a", seaText: "#4a6675", river: "#9fb1ba", context: "#333333", reference: "#111111",
    halo: "#ffffff",
    seaHalo: "#e6ecef", onSymbol: "#ffffff",
    symbols: [
      .strike: "#a31515", .explosion: "#a84300", .violence: "#7a1450", .military: "#3f2b85", .protest: "#0f5a75",
      .disaster: "#0f6038", .accident: "#6b5200", .other: "#333333",
    ])

  func colour(of family: SymbolFamily) -> String { symbols[family] ?? text }
}
