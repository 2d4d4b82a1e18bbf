import Coordinates
import GeoJSON
import Geodesy

extension MapContent {
  /// A map of any GeoJSON: rows of ours become numbered sites, everything else is drawn as its simplestyle properties say.
  ///
  /// - Parameters:
  ///   - colorBy: a property; its values are the categories, or five steps where they are many numbers. It goes before the file's own colours.
  ///   - label: the property to be written beside each feature; nil for `title` or `name`.
  ///
  /// Simplestyle 1.1: https://github.com/mapbox/simplestyle-spec
  public init(
    _ collection: FeatureCollection, title: String = "", subtitle: String? = nil, credit: String = "",
    date: String? = nil, colorBy: String? = nil, label: String? = nil
  ) {
    self.init(title: title, subtitle: subtitle, credit: credit, date: date, sites: [])
    // What has no place is not drawn, and needs no colour.
    let scale = colorBy.map { property in
      FeatureColours(collection.features.filter { $0.geometry != nil }, property: property)
    }
    legend = scale?.legend
    var numbers: [String: Int] = [:]
    for feature in collection.features {
      if colorBy == nil, let incident = feature["incident_id"]?.text, feature["type_family"]?.text != nil {
        let number = numbers[incident] ?? numbers.count + 1
        numbers[incident] = number
        add(row: feature, number: number)
      } else if let geometry = feature.geometry {
        features.append(
          MapFeature(feature, geometry, colour: scale?.colour(of: feature), label: label))
      }
    }
  }

  /// A row of the flat columns that all our outputs have.
  private mutating func add(row: Feature, number: Int) {
    let label = row["location"]?.text ?? row["title"]?.text ?? ""
    let details = [row["title"]?.text, row["description"]?.text].compactMap { $0 }
    let look: MapSite.Look =
      switch row["modality"]?.text {
      case "planned", "threatened": .hollow
      case "suspected", "alleged": .dashed
      default: row["attribution"]?.text == "suspected" ? .dashed : .solid
      }
    let harm = ["killed_min", "injured_min"].compactMap { row[$0]?.number }.reduce(0, +)
    guard case .point(let position)? = row.geometry else {
      if row["geo_precision"]?.number == 4 {
        countries.append(MapCountry(code: "", label: row["country"]?.text ?? label, number: number, details: details))
      } else {
        sites.append(
          MapSite(number: number, label: label, coordinate: nil, details: details, family: .other, look: look))
      }
      return
    }
    let radius = row["radius_m"]?.number.flatMap { $0 > 0 ? Distance(metres: $0) : nil }
    sites.append(
      MapSite(
        number: number, label: label, coordinate: position.coordinate, details: details,
        family: row["type_family"]?.text.flatMap(SymbolFamily.init) ?? .other, look: look,
        uncertainty: (row["geo_precision"]?.number ?? 1) > 1 ? radius : nil, casualties: harm > 0 ? Int(harm) : nil))
  }
}

extension MapFeature {
  fileprivate init(_ feature: Feature, _ geometry: Geometry, colour: Colour?, label: String?) {
    func hex(_ key: String) -> Colour? { feature[key]?.text.flatMap { HexColour($0) }.map { .literal($0.text) } }
    func part(_ key: String) -> Double? { feature[key]?.number.map { min(max($0, 0), 1) } }
    let title = feature["title"]?.text ?? feature["name"]?.text
    self.init(
      geometry: geometry, label: label.map { feature[$0]?.words } ?? title,
      title: title ?? feature["description"]?.text,
      strokeOpacity: part("stroke-opacity") ?? 1,  // The colours of a legend must be told apart on any ground.
      fillOpacity: part("fill-opacity") ?? (colour == nil ? 0.35 : 0.75),
      strokeWidth: min(max(feature["stroke-width"]?.number ?? 1.4, 0), 20),
      size: feature["marker-size"]?.text.flatMap(Size.init) ?? .medium,
      symbol: feature["marker-symbol"]?.words.flatMap { $0.count == 1 ? $0.uppercased() : nil })
    let isPoint = geometry.typeName.hasSuffix("Point")
    stroke = colour ?? hex(isPoint ? "marker-color" : "stroke") ?? .usual
    fill = colour ?? hex(isPoint ? "marker-color" : "fill") ?? .usual
  }
}

extension MapFeature {
  /// A simplestyle property that cannot be drawn as it stands.
  public struct StyleFault: Hashable, Sendable {
    /// The property whose value cannot be drawn.
    public var property: String
    /// What should stand there, in words.
    public var expected: String
  }

  /// What of a feature's simplestyle properties cannot be drawn.
  public static func styleFaults(of feature: Feature) -> [StyleFault] {
    feature.properties.compactMap { member in
      let expected: String
      switch member.key {
      case "marker-color", "stroke", "fill":
        guard member.value.text.flatMap({ HexColour($0) }) == nil else { return nil }
        expected = "a colour such as \"#d5e3ea\""
      case "stroke-opacity", "fill-opacity":
        guard !(member.value.number.map { (0...1).contains($0) } ?? false) else { return nil }
        expected = "a number from 0 to 1"
      case "stroke-width":
        guard !(member.value.number.map { $0 >= 0 } ?? false) else { return nil }
        expected = "a number of pixels"
      case "marker-size":
        guard member.value.text.flatMap(Size.init) == nil else { return nil }
        expected = "small, medium or large"
      default: return nil
      }
      return member.value == .null ? nil : StyleFault(property: member.key, expected: expected)
    }
  }
}

/// Colours by the values of a property.
private struct FeatureColours {
  private let property: String
  private var categories: [String: Int] = [:]
  private var limits: [Double] = []
  private(set) var legend: MapLegend

  private static let most = 8

  init(_ features: [Feature], property: String) {
    self.property = property
    legend = MapLegend(title: property, entries: [])
    let numbers = features.compactMap { $0[property]?.number }.sorted()
    var counts: [String: Int] = [:]
    for feature in features { if let value = feature[property]?.words { counts[value, default: 0] += 1 } }
    if counts.count > Self.most, numbers.count == features.count, let least = numbers.first {
      // Steps with about as many features each.
      limits = (1...5).map { numbers[max(numbers.count * $0 / 5 - 1, 0)] }
      var from = least
      for (step, limit) in limits.enumerated() {
        legend.entries.append((.step(step), "\(Self.text(from)) – \(Self.text(limit))"))
        from = limit
      }
      return
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (index, value) in order.enumerated() {
      categories[value.key] = min(index, Self.most - 1)
      if index < Self.most - 1 || order.count == Self.most { legend.entries.append((.category(index), value.key)) }
    }
    if order.count > Self.most { legend.entries.append((.category(Self.most - 1), "…")) }
  }

  func colour(of feature: Feature) -> MapFeature.Colour {
    if let number = feature[property]?.number, !limits.isEmpty {
      return .step(limits.firstIndex { number <= $0 } ?? limits.count - 1)
    }
    return feature[property]?.words.flatMap { categories[$0] }.map { .category($0) } ?? .usual
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}

extension Feature {
  fileprivate subscript(key: String) -> JSONValue? { properties.first { $0.key == key }?.value }
}

extension JSONValue {
  /// A scalar as a reader would see it.
  fileprivate var words: String? {
    switch self {
    case .string(let text), .decimal(let text): text
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .bool(let value): "\(value)"
    case .null, .array, .object: nil
    }
  }
}
