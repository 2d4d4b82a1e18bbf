import Coordinates
import Geodesy

extension MapContent {
  /// A sentence for the map, then one for each site.
  func alternativeText(_ words: SheetWords, units: MapOptions.Units = .metric) -> String {
    var sentences = ["\(words.map): \(title)."]
    if let subtitle, !subtitle.isEmpty { sentences.append("\(subtitle).") }
    for site in sites { sentences.append(site.sentence(words)) }
    for (label, number) in countries.map({ ($0.label, $0.number) }) + areas.map({ ($0.label, $0.number) }) {
      let prefix = number.map { "\($0): " } ?? ""
      sentences.append("\(prefix)\(label), \(words.knownByCountry).")
    }
    if !references.isEmpty {
      sentences.append("\(words.orientation): \(references.map(\.label).joined(separator: ", ")).")
    }
    for line in distances {
      let length = Geodesic.wgs84.distance(from: line.start, to: line.end)
      let text = line.label ?? words.distance(length.metres, in: units)
      sentences.append("\(name(at: line.start)) – \(name(at: line.end)): \(text).")
    }
    for ring in rings {
      let radii = ring.radii.map { words.distance($0.metres, in: units) }.joined(separator: ", ")
      sentences.append("\(name(at: ring.centre)): \(words.filled(words.within, radii)).")
    }
    let names = features.compactMap { $0.label ?? $0.title }
    if !names.isEmpty {
      let rest = names.count > 40 ? ", " + words.filled(words.more, words.number(names.count - 40)) : ""
      sentences.append(names.prefix(40).joined(separator: ", ") + rest + ".")
    }
    return sentences.joined(separator: " ")
  }

  /// What the map calls a place, else its coordinate.
  private func name(at place: Coordinate) -> String {
    references.first { $0.coordinate == place }?.label ?? sites.first { $0.coordinate == place }?.label
      ?? place.degreesMinutesSeconds()
  }
}

extension MapSite {
  /// The site in words.
  func sentence(_ words: SheetWords) -> String {
    var parts = ["\(number): \(label)", (words.families[family] ?? family.rawValue)]
    switch look {
    case .solid: break
    case .hollow: parts.append(words.planned)
    case .dashed: parts.append(words.suspected)
    }
    if words.language != "de" { parts = [parts[0]] + parts.dropFirst().map { $0.lowercased() } }
    if let uncertainty { parts.append(words.filled(words.within, words.distance(uncertainty.metres, in: .metric))) }
    if coordinate == nil { parts.append(words.notOnMap) }
    return parts.joined(separator: ", ") + "."
  }
}
