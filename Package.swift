// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI (`DATELINE_STRICT=1`), not for those who depend on the package.
let strict: [SwiftSetting] =
  Context.environment["DATELINE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// A module of the house with its tests beside it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ more: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + more, exclude: exclude,
    swiftSettings: strict)
}

let libraries = [
  "Coordinates", "Geodesy", "GeoJSON", "GeoPackage", "Language", "DataFiles", "Gazetteer", "Toponyms",
  "Incidents", "Cartography", "DatelineKit", "Formats",
]

/// libproj: on Linux loaded when it is first called (Sources/CProjOnDemand says why), else and with `DATELINE_LINK_PROJ=1` linked, by
/// the flags that pkg-config gives.
func proj() -> Target {
  #if os(Linux)
    if Context.environment["DATELINE_LINK_PROJ"] == nil {
      return .target(
        name: "CProj", path: "Sources/CProjOnDemand", linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("pthread")])
    }
  #endif
  return .systemLibrary(
    name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])])
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "dateline",
  platforms: [.macOS(.v15)],
  products: libraries.map { .library(name: $0, targets: [$0]) } + [
    .executable(name: "dateline", targets: ["DatelineCommand"]),
    .executable(name: "dateline-lab", targets: ["DatelineLab"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    proj(),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // libxml2 is loaded when the first page is read: these headers name its own, and nothing is linked.
    .target(name: "CMarkup", cSettings: [.headerSearchPath("headers")]),
    .target(name: "CWeb", linkerSettings: [.linkedLibrary("curl")]),
    room("Coordinates"),
    room("GeoPackage", ["Coordinates", "CSQLite"]),
    room("Geodesy", ["Coordinates", "DataFiles", "CProj"]),
    room("GeoJSON", ["Coordinates"]),
    room("Language"),
    room("DataFiles"),
    room("Gazetteer", ["Coordinates", "Language", "DataFiles"]),
    room("Toponyms", ["Gazetteer", "Coordinates", "Language", "DataFiles"]),
    room("Incidents", ["Toponyms", "Geodesy", "Gazetteer", "Coordinates", "Language", "DataFiles"]),
    room("Cartography", ["Geodesy", "GeoJSON", "DataFiles", "Coordinates"]),
    room(
      "DatelineKit",
      [
        "Incidents", "Toponyms", "Gazetteer", "Geodesy", "GeoJSON", "Cartography", "Language",
        "DataFiles", "Coordinates",
      ]),
    room(
      "Formats",
      [
        "DatelineKit", "Incidents", "Gazetteer", "Geodesy", "GeoJSON", "GeoPackage", "Cartography", "Language",
        "DataFiles", "Toponyms", "Coordinates", "CMarkup", "CWeb", "CZlib",
      ]),
    .executableTarget(
      name: "DatelineCommand", dependencies: ["DatelineKit", "Formats", argumentParser],
      swiftSettings: strict),
    .executableTarget(
      name: "DatelineLab",
      dependencies: ["DatelineKit", "Formats", argumentParser, .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Cartography", "Gazetteer", "Coordinates"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Coordinates"),
    tests(of: "Geodesy"),
    tests(of: "GeoJSON", exclude: ["Fixtures"]),
    tests(of: "GeoPackage", ["CSQLite", "Coordinates"]),
    tests(of: "Language"),
    tests(of: "DataFiles"),
    tests(of: "Gazetteer", ["Cartography"]),
    tests(of: "Toponyms", ["Gazetteer", "Language", "DataFiles"], exclude: ["Paragraphs"]),
    tests(
      of: "Incidents", ["Geodesy", "Toponyms", "Gazetteer", "Coordinates", "Language", "DataFiles"],
      exclude: ["Gold", "Coded"]),
    tests(of: "Cartography"),
    tests(of: "DatelineKit", ["Gazetteer", "Toponyms", "Language", "Geodesy", "Coordinates"]),
    tests(of: "Formats", ["CZlib", "DatelineKit", "Incidents", "GeoJSON", "Coordinates"], exclude: ["Pages"]),
    tests(of: "DatelineCommand", ["GeoJSON", "Formats", "DatelineKit"]),
    tests(of: "DatelineLab", ["Cartography"]),
  ],
  swiftLanguageModes: [.v6]
)
