import ArgumentParser
import DatelineKit
import Formats
import GeoJSON

extension MapCommand {
  /// One map and one file of GeoJSON of all articles, in memory that grows with what they tell.
  func drawTogether() async throws {
    var stream = try StreamOptions.parse([])
    (stream.options, stream.errors, stream.threads) = (options, errors, threads)
    let reader = try options.data.newsreader()
    let files = try MapFiles(drawing, format: drawing.format ?? .svg, inputs: articles)
    var lookup = SiteLookup(data: options.data, quiet: quiet)
    try OutputFile.makeFolder(output)
    var reports: [Report] = []
    let home = try options.homePlace(reader.names)
    let source = source()
    let isWhole = try await stream.readNamed(source) { article in
      reader.read(article, home: home)
    } _: { report, name in
      var report = report
      if let name { report.article.id = name }
      StreamOptions.tellLanguage(report.language, of: report.article.id)
      reports.append(report)
    }
    Console.remark(passedOver: source.passedOver, false)
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
