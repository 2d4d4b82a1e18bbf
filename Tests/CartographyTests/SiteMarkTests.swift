import Testing

@testable import Cartography

@Suite struct SiteMarkTests {
  @Test(arguments: [
    ("<g data-site=\"0 12\"><path d=\"M0 0\"/></g>", "<g><path d=\"M0 0\"/></g>"),
    ("<path/><text data-site=\"3\">a data-site= b</text>", "<path/><text>a data-site= b</text>"), ("", ""),
    ("<path/>", "<path/>"),
  ]) func marksAreTakenOut(marked: String, plain: String) {
    #expect(SiteMark.removed(from: marked) == plain)
  }

  @Test func anElementOfNoSiteHasNoMark() {
    #expect(SiteMark.attribute([]) == "")
    #expect(SiteMark.attribute([2, 5]) == " data-site=\"2 5\"")
  }

  @Test func textOfTheContentIsNoMark() {
    let escaped = SVGText.escaped(" data-site=\"7\"")
    #expect(SiteMark.removed(from: "<text>\(escaped)</text>") == "<text>\(escaped)</text>")
  }

  @Test func coloursOfTheNightStandForAllOfTheDay() {
    let light = PageColours.night.map(\.light)
    #expect(Set(light).count == light.count)
    for family in SymbolFamily.allCases { #expect(light.contains(PageColours.colour(of: family, .light))) }
    for path in MapTheme.names.values { #expect(light.contains(MapTheme.named(.light)[keyPath: path])) }
  }
}
