import Foundation
import TestSupport
import Testing

@Suite struct PlacesCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  private var folder: TemporaryFolder { command.folder }

  private func places(_ arguments: String...) throws -> Command.Outcome { try command.run(["places"] + arguments) }

  @Test func searchListsTheMostProminentFirst() throws {
    let outcome = try places("search", "arad")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        ID               NAME  KIND  COUNTRY  ADMIN1  ADMIN2      LON      LAT  POPULATION
        geonames:686254  Arad  city  RO                       21.3167  46.1833      169065
        geonames:295548  Arad  city  IL                       35.2128  31.2588       23700

        """)
  }

  @Test func searchSpeaksCSVAndGeoJSON() throws {
    #expect(
      try places("search", "Arad", "--country", "IL", "--format", "csv").output
        == "id,name,kind,feature,country,admin1,admin2,lon,lat,population,name_kind\r\n"
        + "geonames:295548,Arad,city,PPL,IL,,,35.2128,31.2588,23700,main\r\n")
    let json = try places("search", "Arad", "--country", "il", "--format", "geojson").output
    #expect(json.contains(#""id":"geonames:295548","geometry":{"type":"Point","coordinates":[35.2128,31.2588]}"#))
    #expect(json.contains(#""attribution":"GeoNames, CC BY 4.0""#))
  }

  @Test func unknownNamesSayWhatElseMayBeTried() throws {
    let plain = try places("search", "Ghahjaverestan")
    #expect(plain.status == 1)
    #expect(
      plain.complaints
        == "dateline: no place called 'Ghahjaverestan' is known; --fuzzy looks for other spellings\n")
    let fuzzy = try places("search", "Ghahjaverestan", "--fuzzy", "--format", "csv")
    #expect(fuzzy.status == 0)
    #expect(fuzzy.output.contains("geonames:119505,Qahjaverestan"))
    #expect(fuzzy.complaints == "dateline: no place is called 'Ghahjaverestan'; these are spelled like it\n")
  }

  @Test func nearestGoesByDistance() throws {
    let outcome = try places("nearest", "51.8,32.7", "--limit", "2", "--kind", "city", "--format", "csv")
    let rows = outcome.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { $0[1] } == ["name", "Qahjaverestan", "Isfahan"])
    #expect(try places("nearest", "somewhere").status == 2)
  }

  @Test func infoTellsEverything() throws {
    let outcome = try places("info", "geonames:418863")
    #expect(
      outcome.output == """
        id          geonames:418863
        name        Isfahan
        kind        city
        feature     PPL
        country     IR
        point       51.677500,32.652200
        population  1547164
        in          Isfahan Province (admin1, geonames:418862)
                    Iran (country, geonames:130758)
        main        Isfahan
        alternate   Esfahan
                    Исфахан
                    اصفهان

        """)
    #expect(try places("info", "geonames:1").status == 1)
    #expect(try places("info", "418863").status == 2)
  }

  @Test func aDumpOfGeoNamesIsBuilt() throws {
    let dump = "\(folder.path)/dump"
    try FileManager.default.createDirectory(atPath: dump, withIntermediateDirectories: true)
    for (name, text) in [
      ("IR.txt", SampleDump.places + "broken\n"), ("alternateNamesV2.txt", SampleDump.alternateNames),
      ("admin1CodesASCII.txt", SampleDump.firstLevel), ("admin2Codes.txt", SampleDump.secondLevel),
      ("hierarchy.txt", SampleDump.hierarchy),
    ] { try folder.write(text, to: "dump/\(name)") }
    let built = try places("build", "dump", "-o", "own.gazetteer")
    #expect(built.status == 0)
    #expect(
      built.complaints == """
        dateline: dump/IR.txt:101: 1 columns where 19 are wanted
        dateline: dump/IR.txt: 1 line skipped

        """)
    #expect(built.output.hasPrefix("own.gazetteer: 100 places, "))
    let found = try places("search", "Aspadana", "--gazetteer", "own.gazetteer", "--format", "csv")
    #expect(
      found.output.contains(
        "geonames:418863,Isfahan,city,PPLA,IR,Ostan-e Esfahan,Shahrestan-e Esfahan,51.67462,32.65246"))
    #expect(try !folder.names().contains { $0.contains("partial") })
  }

  @Test func sitesAndPCodesAreBuilt() throws {
    try folder.write(
      "name,lon,lat,aliases,kind,country\nCamp Nowhere,36.1,33.2,Nowhere Camp,refugee-camp,SY\nBad,999,1,,,\n",
      to: "sites.csv")
    try folder.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[51.7,32.6]},"properties":{"name":"Depot Seven","aliases":["Depot 7"]}}]}"#,
      to: "more.geojson")
    try folder.write("pcode,name,level,parent\nIR10,Isfahan Province,1,IR\n", to: "codes.csv")
    let built = try places("build", "sites.csv", "more.geojson", "--pcodes", "codes.csv", "-o", "own.gazetteer")
    #expect(built.status == 0)
    #expect(
      built.complaints == """
        dateline: sites.csv:3: '999', '1' are no lon and lat in degrees (-180 to 180, -90 to 90)
        dateline: sites.csv: 1 line skipped

        """)
    #expect(
      try places("search", "nowhere camp", "--gazetteer", "own.gazetteer", "--format", "csv").output.contains(
        "own:camp-nowhere,Camp Nowhere,facility,refugee-camp,SY"))
    #expect(
      try places("search", "depot 7", "--gazetteer", "own.gazetteer", "--format", "csv").output.contains(
        "own:7,Depot Seven"))
    #expect(
      try places("search", "Isfahan", "--gazetteer", "own.gazetteer", "--format", "csv").output.contains(",IR10,,main"))
  }

  @Test func whatCannotBeBuiltLeavesNothing() throws {
    try folder.write("name,lon,lat\nBad,999,1\n", to: "sites.csv")
    #expect(try places("build", "sites.csv", "-o", "own.gazetteer").status == 1)
    #expect(try places("build", "missing", "-o", "own.gazetteer").status == 1)
    #expect(try places("build", "-o", "own.gazetteer").status == 2)
    #expect(try folder.names().filter { $0.hasPrefix("own") }.isEmpty)
  }
}
