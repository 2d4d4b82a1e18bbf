import ArgumentParser
import FoundationEssentials

/// What `places build` reads, sorted by what it is.
struct BuildInputs {
  var places: [String] = []
  var alternateNames: [String] = []
  var unitNames: [String] = []
  var hierarchies: [String] = []
  var siteTables: [String] = []
  var siteFeatures: [String] = []

  /// Adds a file by its name, or the files of GeoNames in a folder.
  mutating func add(_ path: String) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFailure("\(path) cannot be read: no such file or folder")
    }
    guard isFolder else {
      guard add(file: path) else {
        throw InputFailure(
          "\(path): not known what this is; places of GeoNames go to --places, tables of sites end in .csv, GeoJSON in .geojson"
        )
      }
      return
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let known = names.filter { $0.hasSuffix(".txt") && $0 != "readme.txt" && add(file: "\(path)/\($0)") }
    guard !known.isEmpty else {
      throw InputFailure("\(path): no file of GeoNames (allCountries.txt, alternateNamesV2.txt …) is in this folder")
    }
  }

  private mutating func add(file path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let lower = name.lowercased()
    switch true {
    case lower.hasSuffix(".csv"): siteTables.append(path)
    case lower.hasSuffix(".geojson"), lower.hasSuffix(".json"): siteFeatures.append(path)
    case lower.hasPrefix("alternatenames") && lower.hasSuffix(".txt"): alternateNames.append(path)
    case lower.hasPrefix("admin1codes") && lower.hasSuffix(".txt"): unitNames.append(path)
    case lower.hasPrefix("admin2codes") && lower.hasSuffix(".txt"): unitNames.append(path)
    case lower == "hierarchy.txt": hierarchies.append(path)
    // allCountries.txt, cities500.txt, IR.txt
    case lower == "allcountries.txt", lower.hasPrefix("cities") && lower.hasSuffix(".txt"),
      lower.utf8.count == 6 && lower.hasSuffix(".txt"):
      places.append(path)
    default: return false
    }
    return true
  }

  var isEmpty: Bool { places.isEmpty && siteTables.isEmpty && siteFeatures.isEmpty }
}
