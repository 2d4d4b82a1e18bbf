import ArgumentParser
import DataFiles
import DatelineKit
import Formats
import FoundationEssentials
import Gazetteer
import Incidents
import Language
import Toponyms

/// Flags that mean the same in every command that reads articles.
struct ArticleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day of publication, for articles that give none.", valueName: "2024-04-19"))
  var date: String?

  @Option(help: ArgumentHelp("Where the outlet is at home, for articles that give none.", valueName: "place"))
  var home: String?

  @Flag(help: "Fetch addresses of private networks and of this machine too.")
  var allowPrivate = false

  @OptionGroup var data: DataOptions

  /// How addresses are fetched.
  var web: WebAccess {
    WebAccess(
      userAgent: "dateline/\(DatelineVersion.current) (fetches one page when a person asks for it)",
      allowsPrivate: allowPrivate)
  }

  func validate() throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date takes a day such as 2024-04-19, not '\(date)'")
    }
  }

  /// An article with what the flags add.
  func complete(_ article: Article) -> Article {
    var article = article
    if article.date == nil { article.date = date.flatMap { CalendarDate(iso: $0) } }
    return article
  }

  func complete(_ input: ReadArticle) -> ReadArticle {
    var input = input
    input.article = complete(input.article)
    return input
  }

  /// The outlet's home, if the flag gives one.
  func homePlace(_ reader: NameReader) throws -> PlaceID? {
    guard let home else { return nil }
    guard let place = reader.place(named: home) else {
      throw InputFailure("--home: no place called '\(home)' is known")
    }
    return place
  }
}

/// Which data files are used.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A gazetteer of your own, laid over the default one; may be repeated.", valueName: "file"))
  var gazetteer: [String] = []

  func newsreader() throws -> Newsreader {
    let atlas = try atlas()
    do {
      return Newsreader(
        atlas: atlas, model: try ToponymModel(path: ToponymModel.defaultPath()),
        incidentModel: try IncidentModel(path: IncidentModel.defaultPath()), outlets: Outlets())
    } catch {
      throw InputFailure(error)
    }
  }

  /// For commands that look for no incidents.
  func nameReader() throws -> NameReader {
    let atlas = try atlas()
    do {
      return NameReader(
        atlas: atlas, model: try ToponymModel(path: ToponymModel.defaultPath()), outlets: Outlets())
    } catch {
      throw InputFailure(error)
    }
  }

  /// The files that a run depends on.
  func paths(withIncidents: Bool) throws -> [String] {
    do {
      let models = [try ToponymModel.defaultPath()] + (withIncidents ? [try IncidentModel.defaultPath()] : [])
      return gazetteer + [try Atlas.defaultPath()] + models
    } catch {
      throw InputFailure(error)
    }
  }

  /// The gazetteers, compared with their checksums.
  func atlas() throws -> Atlas {
    do {
      let atlas = try Atlas(paths: gazetteer + [try Atlas.defaultPath()])
      try atlas.verify()
      return atlas
    } catch {
      throw InputFailure(error)
    }
  }
}

/// Files that appear whole or not at all.
enum OutputFile {
  static func write(_ text: String, to path: String) throws(InputFailure) {
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw InputFailure("\(path): cannot be written: \(reason(error, path: path))")
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(InputFailure) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw InputFailure("\(path): this folder cannot be made: \(reason(error, path: path))")
    }
  }

  private static func reason(_ error: any Error, path: String) -> String {
    guard let failure = error as? CocoaError else { return "\(error)" }
    switch failure.code {
    case .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "no space left"
    case .fileWriteVolumeReadOnly: return "the volume is read-only"
    case .fileWriteFileExists: return "a file of that name is in the way"
    case .fileNoSuchFile: return "its folder does not exist"
    default: break
    }
    switch (failure.underlying as? POSIXError)?.code {
    case .ENOTDIR: return "a file stands where a folder should be"
    case .EISDIR, .EEXIST, .ENOTEMPTY: return "a folder of that name is in the way"
    default: return "the system refused (code \(failure.code.rawValue))"
    }
  }
}
