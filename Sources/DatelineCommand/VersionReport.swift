import DataFiles
import DatelineKit
import Gazetteer
import Geodesy

/// What `dateline --version` prints: the program, the files that it would read with what they build on, and whom to name.
/// Only headers are read, and only when it is asked for.
struct VersionReport {
  private static let files = [
    ("gazetteer", "world.gazetteer", "DATELINE_GAZETTEER"), ("basemap", "world.basemap", "DATELINE_BASEMAP"),
    ("waters", "world.waters", "DATELINE_WATERS"), ("toponym model", "news.model", "DATELINE_MODEL"),
    ("incident model", "incidents.model", "DATELINE_INCIDENTS_MODEL"),
  ]

  var locator = DataFileLocator.current

  /// Lines without a newline at the end; the first is "dateline" and the version.
  var text: String {
    var table = Table(header: ["data", "form", "checksum", "file"])
    for (title, name, variable) in Self.files { table.add([title] + describe(name, variable)) }
    return """
      dateline \(DatelineVersion.current), with PROJ \(ProjLibrary.version)

      \(table.text)
      Program: Apache License 2.0.
      Gazetteer: \(gazetteer["licences"] ?? "licences unknown"). Built from \(gazetteer["sources"] ?? "sources unknown").
      Basemap: Natural Earth 1:10m, public domain. Waters: GSHHG, LGPL-3.0.
      Who publishes places found with it names: \(gazetteer["attribution"] ?? "the sources of the gazetteer")
      """
  }

  /// Version of the form, checksum of the content, path; dashes and the reason where the file cannot be used.
  private func describe(_ name: String, _ variable: String) -> [String] {
    do throws(DataFileError) {
      let path = try locator.locate(name, variable: variable)
      let stamp = try DataFileStamp(path: path)
      return [String(stamp.version), hexadecimal(stamp.checksum), Console.printable(path)]
    } catch {
      if case .notFound = error { return ["–", "–", "\(name) was not found"] }
      return ["–", "–", Console.printable("\(error)")]
    }
  }

  private func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private var gazetteer: [String: String] {
    guard let path = try? Atlas.defaultPath(locator: locator), let atlas = try? Atlas(paths: [path]) else { return [:] }
    return atlas.metadata.first ?? [:]
  }
}
