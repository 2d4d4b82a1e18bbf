import DatelineKit
import Incidents
import Language
import Toponyms

/// An article's text with its sentences of evidence, the words that tell of events, and its place names marked.
struct ArticleMarks {
  private let document: Document
  private let sentences: [Sentence]
  private let words: [Word]

  /// A sentence that tells of incidents.
  private struct Sentence {
    var bytes: Range<Int>
    var incidents: [PageIncident]
    /// The numbers of those that no sentence before it tells of.
    var first: Set<Int>
  }

  /// A name or an event word, with the tags around it.
  private struct Word {
    var bytes: Range<Int>
    var open: String
    var close: String
  }

  init(_ story: PageStory) {
    document = story.report.document
    var told: Set<Int> = []
    var sentences: [Sentence] = []
    let spans = Set(story.incidents.flatMap(\.incident.evidence)).sorted { $0.lowerBound < $1.lowerBound }
    for span in spans where span.lowerBound >= sentences.last?.bytes.upperBound ?? 0 {
      let incidents = story.incidents.filter { $0.incident.evidence.contains(span) }
      let first = incidents.map(\.number).filter { told.insert($0).inserted }
      sentences.append(Sentence(bytes: span, incidents: incidents, first: Set(first)))
    }
    self.sentences = sentences
    words = (Self.names(of: story) + Self.eventWords(of: story, in: sentences)).sorted {
      $0.bytes.lowerBound < $1.bytes.lowerBound
    }
  }

  private static func names(of story: PageStory) -> [Word] {
    let numbers = story.names
    let sites = story.incidents.flatMap { incident in incident.sites.map { (incident: incident, site: $0) } }
    return story.report.toponyms.map { resolved in
      let bytes = resolved.toponym.bytes
      let here = sites.filter { $0.site.site.bytes == bytes }
      var attributes = numbers[bytes].map { " data-n=\"\($0)\"" } ?? ""
      var kind = resolved.place == nil ? " unknown" : resolved.toponym.usage == .associative ? " body" : ""
      if here.isEmpty {
        attributes += story.isNoSite[bytes].map { " data-r=\"\($0)\"" } ?? ""
      } else {
        kind = " site f-\(here[0].incident.family)"
        attributes += " data-i=\"\(list(here.map(\.incident.number)))\" data-s=\"\(list(here.map(\.site.number)))\""
      }
      return Word(bytes: bytes, open: "<span class=\"n\(kind)\"\(attributes)>", close: "</span>")
    }
  }

  /// The event words of sentences that tell of incidents.
  private static func eventWords(of story: PageStory, in sentences: [Sentence]) -> [Word] {
    story.explanation.eventWords.joined().compactMap { word in
      guard !word.bytes.isEmpty, let sentence = sentences.first(where: { $0.bytes.contains(word.bytes.lowerBound) })
      else { return nil }
      let told = sentence.incidents.first { $0.incident.type == word.type } ?? sentence.incidents.first
      return Word(bytes: word.bytes, open: "<b class=\"event f-\(told?.family ?? "other")\">", close: "</b>")
    }
  }

  private static func list(_ numbers: [Int]) -> String {
    var kept: [Int] = []
    for number in numbers where !kept.contains(number) { kept.append(number) }
    return kept.map(String.init).joined(separator: " ")
  }

  // MARK: Text

  /// The paragraphs as ranges of bytes, without the white space between.
  var paragraphs: [Range<Int>] {
    let lines = self.lines
    let filled = lines.filter { !$0.isEmpty }
    // Lines broken at a fixed width are one paragraph up to the next blank line; else each line is a paragraph.
    let isWrapped = filled.count < lines.count && filled.allSatisfy { $0.count <= Self.widestBrokenLine }
    guard isWrapped else { return filled }
    var paragraphs: [Range<Int>] = []
    var isOpen = false
    for line in lines {
      if line.isEmpty {
        isOpen = false
      } else if isOpen, let last = paragraphs.last {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<line.upperBound
      } else {
        paragraphs.append(line)
        isOpen = true
      }
    }
    return paragraphs
  }

  private static let widestBrokenLine = 100

  /// Lines without the white space around them; those between the first and the last that hold nothing else are empty.
  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for end in 0...document.utf8.count {
      guard end == document.utf8.count || document.utf8[end] == 0x0A || document.utf8[end] == 0x0D else { continue }
      let isPair = end > 0 && end < document.utf8.count && document.utf8[end] == 0x0A && document.utf8[end - 1] == 0x0D
      var (low, high) = (start, end)
      while low < high, document.utf8[low] <= 0x20 { low += 1 }
      while low < high, document.utf8[high - 1] <= 0x20 { high -= 1 }
      if !isPair { lines.append(low..<high) }
      start = end + 1
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines.drop(while: \.isEmpty))
  }

  /// A part of the text as markup.
  func html(_ range: Range<Int>) -> String {
    var html = ""
    var place = range.lowerBound
    for sentence in sentences where sentence.bytes.overlaps(range) {
      let part = sentence.bytes.clamped(to: range)
      html += words(place..<part.lowerBound)
      let family = sentence.incidents.first?.family ?? "other"
      html += "<span class=\"told f-\(family)\" data-i=\"\(Self.list(sentence.incidents.map(\.number)))\">"
      html += words(part)
      if part.upperBound == sentence.bytes.upperBound {
        html += sentence.incidents.map { badge($0, isFirst: sentence.first.contains($0.number)) }.joined()
      }
      html += "</span>"
      place = part.upperBound
    }
    return html + words(place..<range.upperBound)
  }

  private func words(_ range: Range<Int>) -> String {
    var html = ""
    var place = range.lowerBound
    for word in words where word.bytes.lowerBound >= place && word.bytes.upperBound <= range.upperBound {
      html += PageText.escaped(document.text(ofBytes: place..<word.bytes.lowerBound))
      html += word.open + PageText.escaped(document.text(ofBytes: word.bytes)) + word.close
      place = word.bytes.upperBound
    }
    return html + PageText.escaped(document.text(ofBytes: place..<range.upperBound))
  }

  /// The incident's symbol with its number, at the end of a sentence that tells of it, as a link to its row. A word joiner keeps it on the
  /// line of the last word.
  private func badge(_ incident: PageIncident, isFirst: Bool) -> String {
    let place = isFirst ? " id=\"t-\(incident.number)\"" : ""
    let name = PageText.escaped(incident.incident.title)
    return "<a class=\"badge\"\(place) href=\"#i-\(incident.number)\" data-i=\"\(incident.number)\" "
      + "aria-label=\"Incident \(incident.number): \(name)\">\u{2060}\(PageSymbol(incident).html)</a>"
  }
}
