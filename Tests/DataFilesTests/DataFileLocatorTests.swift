import DataFiles
import Foundation
import TestSupport
import Testing

@Suite struct DataFileLocatorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func locator(_ environment: [String: String] = [:]) -> DataFileLocator {
    DataFileLocator(executable: "\(folder.path)/bin/dateline", environment: environment)
  }

  private func place(_ name: String) throws -> String {
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    return try folder.write("data", to: name)
  }

  @Test func aMissingFileListsEveryPlaceTried() throws {
    let locator = DataFileLocator(
      executable: "/opt/none/bin/dateline", environment: ["HOME": "/home/none", "XDG_DATA_DIRS": "/a:/b"])
    let error = try #require(throws: DataFileError.self) { try locator.locate("none.gazetteer") }
    #expect(
      "\(error)" == """
        none.gazetteer was not found; looked for
          /opt/none/share/dateline/none.gazetteer
          /opt/none/bin/none.gazetteer
          /home/none/.local/share/dateline/none.gazetteer
          /a/dateline/none.gazetteer
          /b/dateline/none.gazetteer
        """)
  }

  @Test func withoutAnEnvironmentTheUsualSharedFoldersAreTried() throws {
    let error = try #require(throws: DataFileError.self) {
      try DataFileLocator(executable: "/opt/none/bin/dateline", environment: [:]).locate("none.gazetteer")
    }
    #expect(
      "\(error)" == """
        none.gazetteer was not found; looked for
          /opt/none/share/dateline/none.gazetteer
          /opt/none/bin/none.gazetteer
          /usr/local/share/dateline/none.gazetteer
          /usr/share/dateline/none.gazetteer
        """)
  }

  @Test func whatTheUserNamesIsTheOnlyPlaceTried() throws {
    let chosen = try place("mine.gazetteer")
    let variable = try place("theirs.gazetteer")
    let locator = locator(["DATELINE_GAZETTEER": variable])
    #expect(try locator.locate("x", chosen: chosen, variable: "DATELINE_GAZETTEER") == chosen)
    #expect(try locator.locate("x", variable: "DATELINE_GAZETTEER") == variable)
    let error = DataFileError.notFound(name: "x", tried: ["/none/x"])
    #expect(throws: error) { try locator.locate("x", chosen: "/none/x", variable: "DATELINE_GAZETTEER") }
    #expect("\(error)" == "x was not found; looked for\n  /none/x")
  }

  @Test func anEmptyVariableIsNoVariable() throws {
    let beside = try place("bin/x.gazetteer")
    #expect(try locator(["DATELINE_GAZETTEER": ""]).locate("x.gazetteer", variable: "DATELINE_GAZETTEER") == beside)
  }

  @Test func placesAreTriedInOrder() throws {
    let environment = ["XDG_DATA_HOME": "\(folder.path)/data", "XDG_DATA_DIRS": "\(folder.path)/dirs"]
    #if os(macOS)
      let resources = "bin/dateline_Data.bundle"
    #else
      let resources = "bin/dateline_Data.resources"
    #endif
    let expected = [
      "share/dateline/x.gazetteer", "\(resources)/x.gazetteer", "bin/x.gazetteer",
      "Gazetteer/x.gazetteer", "data/dateline/x.gazetteer", "dirs/dateline/x.gazetteer",
    ]
    _ = try place("Package.swift")
    for name in expected { _ = try place(name) }
    for name in expected {
      let found = try locator(environment).locate("x.gazetteer")
      #expect(found == "\(folder.path)/\(name)")
      try FileManager.default.removeItem(atPath: found)
    }
    #expect(throws: DataFileError.self) { try locator(environment).locate("x.gazetteer") }
  }

  @Test func aProgramWithoutAFolderIsNoTrap() {
    for executable in ["", "dateline", "/", "/dateline", "//"] {
      #expect(throws: DataFileError.self) {
        try DataFileLocator(executable: executable, environment: ["XDG_DATA_DIRS": "/none"]).locate("none.gazetteer")
      }
    }
  }
}
