import Coordinates
import DataFiles
import Gazetteer
import GeoJSON

/// Sites of the user's own from GeoJSON: each feature with a point is one, with the columns of a table of sites as properties.
public struct SiteFeatures {
  /// The sites read so far, and the records that are none.
  public private(set) var sites: [Site] = []
  public private(set) var faults = InputFaults()

  /// Reads a whole file.
  /// - Throws: where it cannot be read or is no GeoJSON; single features that are no sites are ``faults``.
  public init(path: String) throws {
    let bytes: [UInt8]
    do { bytes = try ArticleReader().bytes(atPath: path) } catch { throw error }
    let collection: [Feature]
    do { collection = try GeoJSONReader().object(bytes).features } catch {
      throw DataFileError.unreadable(path: path, reason: "it is no GeoJSON: \(error)")
    }
    for (index, feature) in collection.enumerated() {
      guard case .point(let position)? = feature.geometry else {
        faults.add(path: path, line: index + 1, reason: "the feature has no point")
        continue
      }
      do throws(Site.Fault) {
        var site = try Site { column in
          switch column {
          case "lon": "\(position.coordinate.longitude)"
          case "lat": "\(position.coordinate.latitude)"
          default: Self.text(feature[column])
          }
        }
        if site.id == nil, let id = feature.id { site.id = Self.text(id) }
        sites.append(site)
      } catch {
        faults.add(path: path, line: index + 1, reason: error.description)
      }
    }
  }

  private static func text(_ id: Feature.ID) -> String {
    switch id {
    case .string(let text), .decimal(let text): text
    case .int(let number): String(number)
    }
  }

  /// A property as the cell of a table; lists stand between bars.
  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text), .decimal(let text): text
    case .int(let number): String(number)
    case .double(let number): number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .array(let values): values.map { text($0) }.joined(separator: "|")
    default: ""
    }
  }
}
