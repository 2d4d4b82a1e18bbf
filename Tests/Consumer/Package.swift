// swift-tools-version: 6.2
import PackageDescription

// A package of somebody else's, as the README says to write it. `make test-consumer` builds and runs it.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "dateline", path: "../..")],
  targets: [
    .executableTarget(
      name: "Kabul",
      dependencies: [
        .product(name: "DatelineKit", package: "dateline"), .product(name: "Language", package: "dateline"),
      ]),
    .executableTarget(
      name: "Distances",
      dependencies: [
        .product(name: "Coordinates", package: "dateline"), .product(name: "Geodesy", package: "dateline"),
        .product(name: "GeoJSON", package: "dateline"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
