import Coordinates
import DataFiles
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct SiteTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func sitesAreReadWithQuotesAndAliases() throws {
    let path = try folder.write(
      "\u{FEFF}Name,Longitude,lat,aliases,kind,country,population\r\n"
        + "\"Depot, \"\"north\"\"\",10.5,20,Old Depot | مخزن,depot,ir,\r\n\r\nPlain,1,2,,,,500\r\n", to: "sites.csv")
    var table = try SiteTable(path: path)
    let first = try #require(try table.next())
    #expect(first.name == "Depot, \"north\"")
    #expect(first.coordinate == Coordinate(longitude: 10.5, latitude: 20))
    #expect(first.aliases == ["Old Depot", "مخزن"])
    #expect(first.country == "IR")
    #expect(try table.next()?.population == 500)
    #expect(try table.next() == nil)
    #expect(table.faults.total == 0)
  }

  @Test(arguments: [
    ("A,1", "2 columns where 6 are wanted"),
    (",1,2,,,", "the site has no name"),
    ("A,200,2,,,", "'200', '2' are no lon and lat in degrees (-180 to 180, -90 to 90)"),
    ("A,1,2,Iran,,", "country 'IRAN' is no code of two letters such as IR"),
    ("A,1,2,,many,", "population 'many' is no whole number"),
  ]) func badRowsSayWhatIsWrong(row: String, reason: String) throws {
    let path = try folder.write("name,lon,lat,country,population,id\n\(row)\n", to: "sites.csv")
    var table = try SiteTable(path: path)
    #expect(try table.next() == nil)
    #expect(table.faults.first.map { "\($0)" } == ["\(path):2: \(reason)"])
  }

  @Test func aTableWithoutAColumnIsRefused() throws {
    let path = try folder.write("name,lon\nA,1\n", to: "sites.csv")
    #expect(throws: DataFileError.self) { try SiteTable(path: path) }
    #expect(throws: DataFileError.self) { try SiteTable(path: folder.write("", to: "empty.csv")) }
  }

  @Test func pCodesAreFoundForUnitsOfAnotherFile() throws {
    let sample = try folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")
    let table = try CodeTable(
      path: folder.write(
        "pcode,name,level,parent\nIR,Iran,0,\nIR10,Isfahan Province,1,IR\nIR99,Nowhere,1,IR\nIR11,,1,IR\n",
        to: "codes.csv"))
    #expect(table.faults.first.map(\.line) == [5])
    let path = "\(folder.path)/codes.gazetteer"
    let assembly = try GazetteerAssembly(path: path, hasCodes: true)
    try assembly.finish(metadata: [:])
    let added = try assembly.addCodes([table], unitsOf: [sample])
    try assembly.commit()
    #expect(added.matched == 2)
    #expect(added.faults.first.map(\.reason) == ["no unit of level 1 called 'Nowhere' is known in IR"])
    let atlas = try Atlas(paths: [path, sample])
    try atlas.verify()
    let city = try #require(atlas.place(source: .geonames, id: "418863"))
    #expect(atlas.unitCodes(of: city).admin1 == "IR10")
    #expect(atlas.unitCodes(of: city).admin2 == nil)
    #expect(try !Atlas(paths: [sample]).hasCodes)
  }
}
