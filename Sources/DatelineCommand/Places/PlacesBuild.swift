import ArgumentParser
import DataFiles
import DatelineKit
import Formats
import Gazetteer

/// `dateline places build`
struct PlacesBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Compiles a gazetteer of your own from GeoNames' dumps, sites and P-codes.",
    discussion: """
      An INPUT is a folder with GeoNames' dumps (allCountries.txt or IR.txt, alternateNamesV2.txt, admin1CodesASCII.txt, \
      admin2Codes.txt, hierarchy.txt), one of these files, or a list of sites: CSV with the columns name, lon, lat and, if you \
      like, aliases (between bars), kind, country, population, id; or GeoJSON points with such properties. Use what comes \
      out with --gazetteer FILE. Lines that are not as they should be are reported with their number and skipped.
      """)

  @Argument(help: "Folders and files to compile.")
  var inputs: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "A file of places in GeoNames' 19 columns, whatever its name; may be repeated.", valueName: "file"))
  var places: [String] = []

  @Option(help: ArgumentHelp("GeoNames' alternateNamesV2.txt.", valueName: "file"))
  var alternateNames: [String] = []

  @Option(help: ArgumentHelp("GeoNames' admin1CodesASCII.txt.", valueName: "file"))
  var admin1: [String] = []

  @Option(help: ArgumentHelp("GeoNames' admin2Codes.txt.", valueName: "file"))
  var admin2: [String] = []

  @Option(help: ArgumentHelp("GeoNames' hierarchy.txt.", valueName: "file"))
  var hierarchy: [String] = []

  @Option(
    help: ArgumentHelp("A table of P-codes: CSV with pcode, name, level, parent; may be repeated.", valueName: "file"))
  var pcodes: [String] = []

  @Option(help: ArgumentHelp("A further gazetteer whose units P-codes may mean; may be repeated.", valueName: "file"))
  var gazetteer: [String] = []

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  func run() throws {
    var files = BuildInputs()
    for input in inputs { try files.add(input) }
    files.places += places
    files.alternateNames += alternateNames
    files.unitNames += admin1 + admin2
    files.hierarchies += hierarchy
    guard !files.isEmpty || !pcodes.isEmpty else {
      throw ValidationError("build needs something to compile: a folder, a file of places or sites, or --pcodes")
    }
    do { try build(files) } catch let failure as InputFailure { throw failure } catch { throw InputFailure(error) }
  }

  private func build(_ files: BuildInputs) throws {
    var faults: [InputFaults] = []
    var line = ProgressLine(quiet: quiet)
    let tables = try pcodes.map { path in try CodeTable(path: path) }
    faults += tables.map(\.faults)
    let assembly = try GazetteerAssembly(path: output, hasCodes: !pcodes.isEmpty)
    Interruption.remove(assembly.partialPath)

    try read(files, into: assembly, faults: &faults, line: &line)
    guard assembly.count > 0 || !tables.isEmpty else {
      line.clear()
      report(faults)
      throw InputFailure("\(output): not written, for no place could be read")
    }
    try assembly.finish(metadata: metadata(files)) { step, share in line.show(step, share: share) }
    var summary = "\(output): \(assembly.count) places, \(assembly.nameCount) names"
    if !tables.isEmpty {
      let standard = (try? Atlas.defaultPath()).map { [$0] } ?? []
      let codes = try assembly.addCodes(tables, unitsOf: gazetteer + standard)
      faults.append(codes.faults)
      summary += ", \(codes.matched) P-codes"
    }
    try assembly.commit()
    line.clear()
    report(faults)
    if !quiet { Console.output("\(summary)\n") }
  }

  private func read(
    _ files: BuildInputs, into assembly: GazetteerAssembly, faults: inout [InputFaults], line: inout ProgressLine
  ) throws {
    // Own sites come first: where two places are equally prominent, they are asked before the others.
    var sites = SiteCompiler(into: assembly)
    for path in files.siteTables {
      var table = try SiteTable(path: path)
      while let site = try table.next() { try sites.add(site) }
      faults.append(table.faults)
    }
    for path in files.siteFeatures {
      let features = try SiteFeatures(path: path)
      for site in features.sites { try sites.add(site) }
      faults.append(features.faults)
    }
    guard !files.places.isEmpty else { return }
    let progress = ProgressBox(line)
    var dump = GeoNamesCompiler(into: assembly) { path, bytes, size, lines in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      progress.line.show(
        "reading \(name)", share: size > 0 ? Double(bytes) / Double(size) : 0, lines: lines)
    }
    for path in files.places { try dump.addPlaces(path: path, takesAlternates: files.alternateNames.isEmpty) }
    for path in files.unitNames { try dump.addUnitNames(path: path) }
    for path in files.hierarchies { try dump.addHierarchy(path: path) }
    for path in files.alternateNames { try dump.addAlternateNames(path: path) }
    faults.append(dump.faults)
    dump.finish()
    line = progress.line
  }

  private func metadata(_ files: BuildInputs) -> [String: String] {
    var metadata = ["sources": "own sites"]
    if !files.places.isEmpty {
      metadata = ["attribution": "Place data: GeoNames (CC BY 4.0)", "licences": "GeoNames CC BY 4.0"]
      metadata["sources"] = files.siteTables.isEmpty && files.siteFeatures.isEmpty ? "GeoNames" : "GeoNames, own sites"
    }
    return metadata
  }

  private func report(_ faults: [InputFaults]) {
    for file in faults {
      for fault in file.first { Console.complain("\(fault)") }
      for (path, count) in file.counts {
        let more = count > InputFaults.mostKept ? ", the first \(InputFaults.mostKept) of them above" : ""
        Console.complain("\(path): \(count) \(count == 1 ? "line" : "lines") skipped\(more)")
      }
    }
  }
}

/// Shares the line between the reader and the command.
private final class ProgressBox {
  var line: ProgressLine

  init(_ line: ProgressLine) { self.line = line }
}
