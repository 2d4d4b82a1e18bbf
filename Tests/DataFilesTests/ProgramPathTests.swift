import Foundation
import TestSupport
import Testing

@testable import DataFiles

@Suite struct ProgramPathTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func program(_ name: String, mode: Int = 0o755) throws -> String {
    let path = try folder.write("#!/bin/sh\n", to: name)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  @Test func thisProcessIsFound() {
    #expect(FileManager.default.isExecutableFile(atPath: ProgramPath.current()))
  }

  @Test func aNameWithASlashIsThatFile() throws {
    let path = try program("dateline")
    #expect(ProgramPath.found(as: path, searching: "/none") == path)
    #expect(ProgramPath.found(as: "/none/dateline", searching: folder.path) == "/none/dateline")
  }

  @Test func aBareNameIsSearchedInTheFoldersInOrder() throws {
    let path = try program("dateline")
    #expect(ProgramPath.found(as: "dateline", searching: "/none:\(folder.path):/bin") == path)
    #expect(ProgramPath.found(as: "dateline", searching: "/none:/nowhere") == "dateline")
    #expect(ProgramPath.found(as: "", searching: folder.path) == "")
  }

  @Test func whatCannotBeStartedIsPassedOver() throws {
    _ = try program("data", mode: 0o644)
    #expect(ProgramPath.found(as: "data", searching: folder.path) == "data")
  }

  @Test func linksAreResolved() throws {
    let path = try program("dateline")
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(ProgramPath.found(as: "link", searching: folder.path) == path)
  }

  @Test func whatWasInstalledWithTheProgramIsShared() throws {
    let share = "\(folder.path)/share/dateline/proj"
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
    let locator = DataFileLocator(executable: "\(folder.path)/bin/dateline", environment: [:])
    #expect(locator.shared("proj/proj.db") == nil)
    _ = try folder.write("data", to: "share/dateline/proj/proj.db")
    #expect(locator.shared("proj/proj.db") == "\(share)/proj.db")
  }
}
