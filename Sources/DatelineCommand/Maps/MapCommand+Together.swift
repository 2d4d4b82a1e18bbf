import ArgumentParser
import DatelineKit
import Formats
import GeoJSON

extension MapCommand {
  /// One map and one file of GeoJSON of all articles, which may also come as lines of JSON.
  func drawTogether() throws {
    var stream = try StreamOptions.parse(["--"] + articles)
    stream.options = options
    let reader = try options.data.newsreader()
    let files = try MapFiles(drawing, format: drawing.format ?? .svg, inputs: articles)
    var lookup = SiteLookup(data: options.data, quiet: quiet)
    try OutputFile.makeFolder(output)
    var reports: [Report] = []
    let isWhole = try stream.readNamed(with: reader.names) { input in
      let report = reader.read(input.article, home: input.home)
      StreamOptions.tellLanguage(report.language, of: report.article.id)
      reports.append(report)
    }
    let path = "\(output)/together"
    var written: [String] = []
    if var content = Report.mapContent(of: reports) {
      try drawing.complete(&content, &lookup)
      written = try files.write(try files.sheets(content, name: "together"), to: path)
    }
    if !reports.isEmpty {
      let features = IncidentFeatures(simpleStyle: true).collection(reports)
      try OutputFile.write(GeoJSONWriter().string(features), to: "\(path).geojson")
      written.insert("\(path).geojson", at: 0)
    }
    if !quiet {
      let count = reports.reduce(0) { $0 + $1.incidents.count }
      Console.output("\(count) incidents told by \(reports.count) articles\n" + written.map { "\($0)\n" }.joined())
    }
    if !isWhole { throw ExitCode(1) }
  }
}
