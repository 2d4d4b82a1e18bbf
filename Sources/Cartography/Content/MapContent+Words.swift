extension MapContent {
  /// A sentence for the map, then one for each site.
  func alternativeText(_ words: SheetWords) -> String {
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
    let names = features.compactMap { $0.label ?? $0.title }
    if !names.isEmpty {
      let rest = names.count > 40 ? ", " + words.filled(words.more, words.number(names.count - 40)) : ""
      sentences.append(names.prefix(40).joined(separator: ", ") + rest + ".")
    }
    return sentences.joined(separator: " ")
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
