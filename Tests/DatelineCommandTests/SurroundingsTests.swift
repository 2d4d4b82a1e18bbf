import Foundation
import TestSupport
import Testing

/// What may be wrong around the program: no room, no permission, no libproj, no proj.db, data files that are missing, old or cut short,
/// any locale and any time zone.
@Suite(.serialized) struct SurroundingsTests {
  private let command: Command
  private let line = #"{"id": "a", "text": "A blast in Isfahan killed two people. Paris and Arad were calm."}"# + "\n"

  init() throws {
    command = try Command()
    try command.folder.write(
      "A blast in Isfahan killed two people on Friday. Officials in Paris, İzmir and I-95 spoke.\n", to: "story.txt")
    try command.folder.write(#"{"type": "Point", "coordinates": [51.7, 32.7]}"#, to: "point.geojson")
    try command.folder.write(String(repeating: line, count: 400), to: "many.jsonl")
  }

  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gazetteer").path

  // MARK: No room

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"),
    arguments: [
      ["geoparse", "story.txt"], ["incidents", "story.txt"], ["incidents", "story.txt", "--format", "csv"],
      ["incidents", "story.txt", "--format", "geojson"], ["map", "story.txt", "-o", "out"],
      ["distance", "0,0", "1,1"], ["places", "search", "Arad"], ["places", "info", "geonames:418863"],
    ]) func aFullDiskBehindStandardOutputIsNamed(arguments: [String]) throws
  {
    let outcome = try command.run(arguments, device: "/dev/full")
    #expect(outcome.hasExited && outcome.status == 1)
    #expect(outcome.complaints == "dateline: standard output cannot be written: no space left on device\n")
  }

  /// A limit on the size of files stands for a disk without room; the shell keeps its signal from ending the program.
  @Test(arguments: [
    ["geoparse", "many.jsonl", "-o", "out.jsonl"], ["incidents", "many.jsonl", "-o", "out.jsonl"],
    ["incidents", "many.jsonl", "--format", "csv", "-o", "out.csv"],
    ["incidents", "many.jsonl", "--format", "geojson", "-o", "out.geojson"],
    ["incidents", "story.txt", "--format", "gpkg", "-o", "out.gpkg"],
    ["render", "point.geojson", "-o", "out.svg"], ["report", "story.txt", "-o", "out.html"],
  ]) func aFileThatFindsNoRoomIsNotThere(arguments: [String]) throws {
    let outcome = try command.run(arguments, shell: "trap '' XFSZ; ulimit -f 8")
    #expect(outcome.hasExited && outcome.status == 1)
    #expect(outcome.complaints.hasPrefix("dateline: out."))
    #expect(outcome.complaints.contains("cannot be written"))
    #expect(try command.folder.names() == ["many.jsonl", "point.geojson", "story.txt"])
  }

  @Test func aMapThatFindsNoRoomLeavesNoHalfFile() throws {
    let outcome = try command.run(["map", "story.txt", "-o", "out"], shell: "trap '' XFSZ; ulimit -f 8")
    #expect(outcome.hasExited && outcome.status == 1)
    #expect(outcome.complaints.contains("out/story.svg: cannot be written"))
    #expect(try command.names(in: "out").allSatisfy { $0 == "story.geojson" })
  }

  // MARK: No permission

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/version"), "there is no /proc"),
    arguments: [
      ["map", "story.txt", "-o", "/proc/maps-of-ours"], ["incidents", "story.txt", "-o", "/proc/out.jsonl"],
      ["incidents", "story.txt", "--format", "gpkg", "-o", "/proc/out.gpkg"],
      ["render", "point.geojson", "-o", "/proc/out.svg"], ["report", "story.txt", "-o", "/proc/out.html"],
      ["distance", "0,0", "1,1", "-o", "/proc/out.csv"],
    ]) func aFolderThatTakesNoFilesIsNamed(arguments: [String]) throws
  {
    let outcome = try command.run(arguments)
    #expect(outcome.hasExited && outcome.status == 1)
    #expect(outcome.complaints.hasPrefix("dateline: /proc/"))
    #expect(outcome.complaints.split(separator: "\n").count == 1)
  }

  @Test(.enabled(if: getuid() != 0, "root may write anywhere")) func aReadOnlyFolderIsNamed() throws {
    let folder = "\(command.folder.path)/closed"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    let outcome = try command.run(["map", "story.txt", "-o", "closed"])
    #expect(outcome.status == 1)
    #expect(outcome.complaints.hasSuffix("cannot be written: permission denied\n"))
    #expect(try command.names(in: "closed") == [])
  }

  // MARK: No PROJ

  @Test func withoutItsDatabaseProjDrawsAndMeasuresTheSame() throws {
    let bare = ["PROJ_DATA": "/nonexistent", "PROJ_LIB": "/nonexistent"]
    for environment in [[:], bare] {
      let folder = environment.isEmpty ? "whole" : "bare"
      let outcome = try command.run(["map", "story.txt", "--quiet", "-o", folder], environment: environment)
      #expect(outcome.status == 0 && outcome.complaints == "")
    }
    #expect(try command.read("whole/story.svg") == command.read("bare/story.svg"))
    let (first, second) = (
      try command.run(["distance", "Isfahan", "Arad, IL"]),
      try command.run(["distance", "Isfahan", "Arad, IL"], environment: bare)
    )
    #expect(first.status == 0 && first.output == second.output)
    // PROJ may still find the database where it was built to look; without it the code is refused with a sentence.
    let coded = try command.run(
      ["map", "story.txt", "--quiet", "-o", "coded", "--projection", "EPSG:3857"], environment: bare)
    #expect(coded.hasExited)
    #expect(
      coded.status == 0 ? coded.complaints == "" : coded.complaints.contains("PROJ does not take 'EPSG:3857'"))
  }

  /// Where libproj is loaded on demand, who needs none never misses it. Elsewhere the dynamic linker says its own sentence.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/maps"), "libproj is linked here"))
  func withoutLibprojNamesAreFoundAllTheSame() throws {
    try FileManager.default.createDirectory(
      atPath: "\(command.folder.path)/broken", withIntermediateDirectories: true)
    for name in ["libproj.so.25", "libproj.so"] { try command.folder.write("no library", to: "broken/\(name)") }
    let broken = ["LD_LIBRARY_PATH": "\(command.folder.path)/broken"]
    guard ProcessInfo.processInfo.environment["DATELINE_LINK_PROJ"] == nil else { return }
    let (whole, without) = (
      try command.run(["geoparse", "story.txt"]), try command.run(["geoparse", "story.txt"], environment: broken)
    )
    #expect(without.status == 0 && without.output == whole.output && without.complaints == "")
    let refused = try command.run(["distance", "0,0", "1,1"], environment: broken)
    #expect(refused.hasExited && refused.status == 1)
    #expect(
      refused.complaints.hasPrefix("dateline: libproj, which measures and projects, cannot be loaded: ")
        && refused.complaints.contains("install PROJ"))
  }

  // MARK: Data files

  private static let files: [(variable: String, name: String, arguments: [String])] = [
    ("DATELINE_GAZETTEER", "world.gazetteer", ["geoparse", "story.txt"]),
    ("DATELINE_MODEL", "news.model", ["geoparse", "story.txt"]),
    ("DATELINE_INCIDENTS_MODEL", "incidents.model", ["incidents", "story.txt"]),
    ("DATELINE_BASEMAP", "world.basemap", ["map", "story.txt", "-o", "out"]),
    ("DATELINE_WATERS", "world.waters", ["map", "story.txt", "-o", "out"]),
  ]

  @Test(arguments: files.indices) func aMissingDataFileIsNamedWithThePlacesTried(number: Int) throws {
    let file = Self.files[number]
    let outcome = try command.run(file.arguments, environment: [file.variable: "/none/\(file.name)"])
    #expect(outcome.hasExited && outcome.status == 1)
    #expect(outcome.complaints == "dateline: \(file.name) was not found; looked for\n  /none/\(file.name)\n")
    #expect(!command.exists("out/story.svg"))
  }

  @Test(arguments: files.indices) func aDataFileCutShortOldOrForeignIsRefused(number: Int) throws {
    let file = Self.files[number]
    let whole =
      number == 0
      ? SampleGazetteer.bytes() : [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Self.data)/\(file.name)")))
    var older = whole
    older[12] &+= 17
    var spoiled = whole
    spoiled[whole.count - 3] ^= 0x40
    let cases: [([UInt8], String)] = [
      (Array(whole.prefix(whole.count / 2)), "is truncated: it should have"), ([], "is not "),
      (older, "has format version "), (Array("no such file".utf8) + whole, "is not "),
      (whole + [0], "where it should have"), (spoiled, "is damaged"),
    ]
    for (bytes, reason) in cases {
      let path = try command.folder.write(bytes, to: "spoiled.file")
      let outcome = try command.run(file.arguments, environment: [file.variable: path])
      #expect(outcome.hasExited && outcome.status == 1, "\(reason)")
      #expect(outcome.complaints.hasPrefix("dateline: \(path) "), "\(outcome.complaints)")
      #expect(outcome.complaints.contains(reason), "\(outcome.complaints)")
      #expect(outcome.output == "")
    }
  }

  // MARK: Locale and time zone

  private static let places: [[String: String]] = [
    ["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"],
    ["LC_ALL": "ar_EG.UTF-8", "TZ": "America/St_Johns"], ["LC_ALL": "de_DE.ISO-8859-1", "TZ": "no/where"],
    ["LC_ALL": "xx_YY", "TZ": ":/etc/passwd"], ["LC_ALL": "", "LANG": "", "TZ": ""],
    ["LC_NUMERIC": "fr_FR.UTF-8", "LANGUAGE": "fa:he", "TZ": "<+1345>-13:45"],
  ]

  @Test(arguments: [
    ["geoparse", "story.txt"], ["resolve", "spans.jsonl"], ["incidents", "story.txt", "--date", "2024-03-31"],
    ["incidents", "story.txt", "--format", "csv"], ["incidents", "story.txt", "--format", "kml"],
    ["incidents", "story.txt", "--explain"], ["distance", "Isfahan", "Arad, IL", "0.5,1.25"],
    ["distance", "Isfahan", "Arad, IL", "--format", "json"], ["places", "search", "isfahan"],
    ["places", "nearest", "35.2,31.3"], ["validate", "point.geojson"],
  ]) func theSameBytesEverywhere(arguments: [String]) throws {
    try command.folder.write(
      #"{"id": "ı", "text": "From İzmir to PARIS.", "spans": [[5, 10], [14, 19]]}"# + "\n", to: "spans.jsonl")
    let first = try command.run(arguments, environment: Self.places[0])
    #expect(first.status == 0)
    for place in Self.places.dropFirst() {
      let other = try command.run(arguments, environment: place)
      #expect(other.status == first.status && other.output == first.output, "\(place)")
      #expect(other.complaints == first.complaints, "\(place)")
    }
  }
}
