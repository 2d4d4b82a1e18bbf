import Cartography
import Coordinates
import DataFiles
import DatelineKit
import Formats
import Foundation
import Gazetteer
import GeoJSON
import Geodesy
import Language

/// A reader of outside data, as the fuzzer sees it: bytes go in, and either nothing or a ``FuzzFault`` comes out. What the reader
/// itself throws is no fault.
///
/// A new reader is one more element of ``all``, and a folder of samples in `Tests/Fuzz`.
struct FuzzReader: Sendable {
  var name: String
  /// Samples that are no files of the corpus.
  var samples: [[UInt8]] = []
  /// Opens what the reader needs, and gives what reads one input.
  var prepare: @Sendable () throws -> ([UInt8]) throws -> Void

  init(_ name: String, samples: [[UInt8]] = [], prepare: @escaping @Sendable () throws -> ([UInt8]) throws -> Void) {
    self.name = name
    self.samples = samples
    self.prepare = prepare
  }

  /// A reader that needs nothing.
  init(_ name: String, read: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.init(name) { read }
  }

  static let all: [FuzzReader] = [
    FuzzReader("text") { try FuzzedArticles().text },
    FuzzReader("ndjson") { try FuzzedArticles().line },
    FuzzReader("geojson", read: FuzzedFeatures.read),
    FuzzReader("gazetteer") { try FuzzedFiles().gazetteer },
    FuzzReader("basemap") { try FuzzedFiles().basemap },
    FuzzReader("waters") { try FuzzedFiles().waters },
    FuzzReader("dates", read: FuzzedWords.dates),
    FuzzReader("coordinates", read: FuzzedWords.coordinates),
    FuzzReader("edits") { try FuzzedFiles().edits },
    FuzzReader("sites") { try FuzzedFiles().sites },
    FuzzReader("style", read: FuzzedWords.style),
    FuzzReader("worldview", read: FuzzedWords.worldview),
  ]
}

/// A promise that a reader broke.
struct FuzzFault: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  static func unless(_ condition: Bool, _ description: @autoclosure () -> String) throws {
    if !condition { throw FuzzFault(description()) }
  }
}

/// Articles through the whole pipeline and out again.
struct FuzzedArticles {
  private let reader: Newsreader

  init() throws { reader = try Newsreader() }

  func text(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    try read(Article(id: "input", text: text))
  }

  func line(_ bytes: [UInt8]) throws {
    _ = ArticleReader().id(ofLine: bytes)
    guard let (article, spans) = try? ArticleReader().article(ofLine: bytes) else { return }
    try read(article)
    guard let spans else { return }
    let document = Document(article.text)
    let inside = spans.compactMap { document.byteRange(ofScalars: $0) }
    let places = reader.places(ofSpans: inside, in: document)
    try FuzzFault.unless(places.count == inside.count, "\(inside.count) spans give \(places.count) toponyms")
  }

  private func read(_ article: Article) throws {
    let report = reader.read(article)
    let size = report.document.utf8.count
    var last = 0
    for toponym in reader.toponyms(of: report.document) {
      let bytes = toponym.toponym.bytes
      try FuzzFault.unless(bytes.lowerBound >= last && bytes.upperBound <= size, "toponyms overlap at \(bytes)")
      last = bytes.upperBound
    }
    _ = article.headline
    _ = article.outlet
    let line = Array(ReportLines().incidents(report).utf8)
    let features = GeoJSONWriter().bytes(.featureCollection(IncidentFeatures(simpleStyle: true).collection([report])))
    for (what, text) in [("line", line), ("GeoJSON", features)] {
      do { _ = try GeoJSONReader().value(text) } catch { throw FuzzFault("the \(what) written is no JSON: \(error)") }
    }
    try FuzzFault.unless(
      GeoJSONValidator(maximumDecimals: 17).faults(in: features).isEmpty, "the GeoJSON written breaks RFC 7946")
  }
}

enum FuzzedFeatures {
  static func read(_ bytes: [UInt8]) throws {
    _ = GeoJSONValidator().faults(in: bytes)
    _ = try? GeoJSONReader().value(bytes)
    for layout in [FeatureReader.Layout.automatic, .document, .newlineDelimited, .textSequence] {
      var reader = FeatureReader(bytes, layout: layout)
      var faults = 0
      while faults < 1000 {
        do { guard try reader.next() != nil else { break } } catch { faults += 1 }
        if faults > 0, layout == .document { break }
      }
    }
    guard let object = try? GeoJSONReader().object(bytes) else { return }
    let writer = GeoJSONWriter(decimals: 15, boundingBoxes: .none, cutsAntimeridian: false, windsRings: false)
    let written = writer.bytes(object)
    guard let again = try? GeoJSONReader().object(written) else { throw FuzzFault("what is written cannot be read") }
    try FuzzFault.unless(writer.bytes(again) == written, "what is written twice differs")
    _ = GeoJSONWriter().bytes(object)
    let content = MapContent(FeatureCollection(object.features))
    _ = content.features.count
  }
}

/// Readers of short texts.
enum FuzzedWords {
  static func dates(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let document = Document(text)
    for date in DateFinder(document).dates() {
      try FuzzFault.unless(date.tokens.upperBound <= document.tokens.count, "a date lies outside the text")
    }
    _ = PublicationDate.stated(in: document)
    _ = PublicationDate.inAddress(text)
    _ = TextLanguage.of(document)
    for line in text.split(whereSeparator: \.isNewline).prefix(100) {
      guard let day = CalendarDate(iso: String(line)) else { continue }
      try FuzzFault.unless(CalendarDate(iso: day.description) == day, "\(day) is not read as itself")
      _ = day.adding(days: 1_000_000)
      _ = day.firstOfMonth(adding: -13)
    }
  }

  static func coordinates(_ bytes: [UInt8]) throws {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(100) {
      let text = String(line)
      for coordinate in [try? Coordinate(parsing: text), try? Coordinate(parsingAnyNotation: text)] {
        guard let coordinate else { continue }
        try FuzzFault.unless(coordinate.isValid, "'\(text)' is read as \(coordinate), which is nowhere on Earth")
        _ = try? MGRS(coordinate)
      }
      _ = try? MGRS(parsing: text)
      _ = CompassPoint(parsing: text)
    }
  }

  static func style(_ bytes: [UInt8]) throws {
    guard let value = try? GeoJSONReader().value(bytes) else { return }
    _ = try? MapStyle(value)
  }

  static func worldview(_ bytes: [UInt8]) throws {
    _ = try? Worldview(String(decoding: bytes, as: UTF8.self))
  }
}
