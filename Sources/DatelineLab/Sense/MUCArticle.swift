import FoundationEssentials
import Gazetteer
import Incidents
import Language

/// An article of MUC-3/4 with its templates: Latin American wire news of 1988–90 in upper case.
struct MUCArticle: Decodable {
  struct Strings: Decodable { var alts: [String]? }

  struct Certainty: Decodable { var value: String? }

  struct Template: Decodable {
    var optional: Bool
    var type: String
    var stage: String?
    var date: String?
    var location: String?
    var perpInd: [Strings]?
    var physTgt: [Strings]?
    var humTgtName: [Strings]?
    var humTgtDesc: [Strings]?
    var instrumentId: [Strings]?
    var perpOrgConfidence: [Certainty]?

    /// The incident types that the template's type covers, the usual one first.
    var types: [IncidentType] {
      switch type.prefix(while: { $0 != "/" }).trimmingSuffix(" ") {
      case "ATTACK": [.attack, .shelling, .airStrike, .clash]
      case "BOMBING": [.bombing, .explosion, .suicideBombing]
      case "KIDNAPPING": [.abduction]
      case "ARSON": [.destruction, .fire]
      case "ROBBERY": [.crime]
      case "FORCED WORK STOPPAGE": [.labourAction]
      default: []
      }
    }

    /// The first and last day; a leading dash leaves the first open, a single day is both.
    var days: (first: CalendarDate?, last: CalendarDate)? {
      guard let date else { return nil }
      let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { MUCArticle.day(String($0)) }
      guard let last = parts.last ?? nil else { return nil }
      return parts.count == 1 ? (last, last) : (parts[0], last)
    }

    /// The names of its place, the country first, without what stands in brackets; of "A - B" the first.
    var chain: [String] {
      (location ?? "").split(separator: ":").map { part in
        let name = part.prefix { $0 != "(" }.split(separator: " - ").first.map(String.init) ?? ""
        return name.split(separator: " ").joined(separator: " ")
      }.filter { !$0.isEmpty && $0 != "-" }
    }
  }

  var docid: String
  var dateline: String?
  var text: String
  var templates: [Template]

  static func all(path: String) throws -> [MUCArticle] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A).map {
      try decoder.decode(MUCArticle.self, from: Data($0))
    }
  }

  /// The day of the dateline: "LIMA, 15 JAN 90 (EFE)".
  var publication: CalendarDate? { dateline.flatMap(Self.day) }

  /// The first "15 JAN 90" of a text.
  static func day(_ text: String) -> CalendarDate? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for index in words.indices.dropLast(2) {
      if let day = Int(words[index]), let month = months.firstIndex(of: String(words[index + 1].prefix(3))),
        let year = Int(words[index + 2]), year < 100
      {
        return CalendarDate(year: 1900 + year, month: month + 1, day: day)
      }
    }
    return nil
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// Its templates as incidents: the sentences that hold a string of a template are its evidence.
  func gold(atlas: Atlas) -> IncidentGold {
    let incidents = templates.compactMap { template -> IncidentGold.Incident? in
      guard let type = template.types.first else { return nil }
      let fills: [[Strings]?] = [
        template.perpInd, template.physTgt, template.humTgtName, template.humTgtDesc, template.instrumentId,
      ]
      let strings = fills.flatMap { $0 ?? [] }.flatMap { $0.alts ?? [] }.filter { $0.count > 4 }
      return IncidentGold.Incident(
        type: type.rawValue, modality: Self.modality(template.stage), attribution: Self.attribution(template),
        sites: [Self.site(template, atlas: atlas)], evidence: strings.flatMap(spans), optional: template.optional)
    }
    return IncidentGold(
      id: docid, date: publication?.description, text: text, incidents: incidents)
  }

  /// Where a string stands in the text, in code points, whatever white space separates its words.
  private func spans(of string: String) -> [[Int]] {
    let wanted = string.split(separator: " ").map { Array($0.unicodeScalars) }
    guard let first = wanted.first else { return [] }
    let scalars = Array(text.unicodeScalars)
    func end(from start: Int) -> Int? {
      var position = start
      for (number, word) in wanted.enumerated() {
        if number > 0 {
          guard position < scalars.count, scalars[position].properties.isWhitespace else { return nil }
          while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        }
        guard position + word.count <= scalars.count, scalars[position..<position + word.count].elementsEqual(word)
        else { return nil }
        position += word.count
      }
      return position
    }
    return scalars.indices.compactMap { start in
      guard scalars[start] == first.first else { return nil }
      return end(from: start).map { [start, $0] }
    }
  }

  private static func modality(_ stage: String?) -> String {
    switch stage {
    case "THREATENED": "threatened"
    case "ATTEMPTED": "attempted"
    default: "occurred"
    }
  }

  private static func attribution(_ template: Template) -> String {
    let values = (template.perpOrgConfidence ?? []).compactMap(\.value)
    if values.contains(where: { $0.hasPrefix("CLAIMED") }) { return "claimed" }
    if values.contains(where: { $0.hasPrefix("SUSPECTED") || $0 == "POSSIBLE" }) { return "suspected" }
    return values.isEmpty && (template.perpInd ?? []).isEmpty ? "unknown" : "fact"
  }

  /// The finest name of a template's place that the gazetteer knows in its country; else the country.
  static func site(_ template: Template, atlas: Atlas) -> IncidentGold.Site {
    let chain = template.chain
    let country = chain.first.flatMap { name in
      atlas.candidates(named: name).first { atlas[$0.place].kind == .country }?.place
    }
    let code = country.flatMap { atlas[$0].country }
    for name in chain.dropFirst().reversed() {
      let found = atlas.candidates(named: name).first { atlas[$0.place].country == code }
      guard let place = found.map({ atlas[$0.place] }), place.kind != .country else { continue }
      let isWide = place.kind == .admin1 || place.kind == .region
      return IncidentGold.Site(
        country: code, lon: place.coordinate.longitude, lat: place.coordinate.latitude, precision: isWide ? 3 : 1,
        isAnywhere: false)
    }
    return IncidentGold.Site(country: code, lon: nil, lat: nil, precision: 4, isAnywhere: true)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
