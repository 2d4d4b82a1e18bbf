import Gazetteer
import Language
import Testing

@testable import Toponyms

/// Which places the names of a text are taken for, and what is said of it.
@Suite struct ResolverTests {
  private static func resolve(_ text: String) throws -> (toponyms: [ResolvedToponym], document: Document, atlas: Atlas)
  {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    let document = Document(text)
    let toponyms = Recognizer(atlas: atlas, model: model).toponyms(in: document)
    return (Resolver(atlas: atlas, model: model).resolve(toponyms, in: document), document, atlas)
  }

  /// A name in a text, and the country (and first-level unit) where it lies.
  @Test(arguments: [
    ("Sirens sounded in the southern Israeli town of Arad and in Beersheba.", "Arad", "IL", nil),
    ("A tram derailed in Arad, Romania, on Tuesday; Timisoara sent ambulances.", "Arad", "RO", nil),
    ("A barn burned down near Paris, Tenn., the Henry County sheriff said.", "Paris", "US", "Tennessee"),
    ("The president flew from Paris to Berlin and Warsaw.", "Paris", "FR", nil),
    ("Thames barge capsizes off London. Kent police searched from Dover to Canterbury.", "London", "GB", nil),
    ("Ontario police closed roads from London to Windsor and Kitchener, Ont., after the storm.", "London", "CA", nil),
    ("A dam burst at Derna, in eastern Libya; Benghazi sent boats.", "Derna", "LY", nil),
    ("Gunmen attacked a bus in Córdoba, Argentina, far from Rosario.", "Córdoba", "AR", nil),
    ("Ten people drowned in Hunan and Hubei provinces, Xinhua reported.", "Hunan", "CN", nil),
    ("Sheriffs of Washington and Putnam counties, in Florida, met on Monday.", "Putnam", "US", "Florida"),
    ("Farmers blocked the road between Córdoba and Seville in Andalusia.", "Córdoba", "ES", nil),
  ])
  func companyDecides(text: String, name: String, country: String, unit: String?) throws {
    let (toponyms, document, atlas) = try Self.resolve(text)
    let toponym = try #require(toponyms.first { document.text(ofBytes: $0.toponym.bytes) == name })
    let place = try #require(toponym.place)
    #expect(atlas[place].country == country)
    if let unit { #expect(atlas.containers(of: place).map { atlas[$0].name }.contains(unit)) }
  }

  @Test func aHomeDrawsNamesToItself() throws {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    let document = Document("Lebanon council votes on new fire station. The Lebanon mayor praised volunteers.")
    let toponyms = Recognizer(atlas: atlas, model: model).toponyms(in: document)
    let home = try #require(
      atlas.candidates(named: "Lebanon").map(\.place).first { place in
        atlas.containers(of: place).contains { atlas[$0].name == "Indiana" }
      })
    let resolver = Resolver(atlas: atlas, model: model)
    let named = try #require(toponyms.firstIndex { document.text(ofBytes: $0.bytes) == "Lebanon" })
    #expect(resolver.resolve(toponyms, in: document, home: home)[named].place == home)
    #expect(resolver.resolve(toponyms, in: document)[named].place != home)
  }

  @Test func confidencesAreProbabilitiesAndCertainNamesHaveMore() throws {
    let (toponyms, document, _) = try Self.resolve(
      "Springfield police met delegates from Japan and Nigeria. The Springfield mayor did not.")
    #expect(!toponyms.isEmpty)
    for toponym in toponyms {
      #expect((0...1).contains(toponym.confidence))
      #expect(toponym.alternatives.map(\.probability).reduce(0, +) <= 1)
    }
    func confidence(_ name: String) throws -> Double {
      try #require(toponyms.first { document.text(ofBytes: $0.toponym.bytes) == name }).confidence
    }
    #expect(try confidence("Japan") > confidence("Springfield"))
  }

  @Test func tracesTellWhatResolvingDid() throws {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    let document = Document("Sirens sounded in Arad, Israel, and in Beersheba. No one was hurt in Arad.")
    let toponyms = Recognizer(atlas: atlas, model: model).toponyms(in: document)
    let resolver = Resolver(atlas: atlas, model: model)
    let resolved = resolver.resolve(toponyms, in: document)
    let traces = resolver.traces(toponyms, in: document)
    #expect(traces.map(\.text) == ["Arad", "Israel", "Beersheba"])
    let arad = try #require(traces.first)
    #expect(arad.mentions == 2)
    #expect(arad.candidates.first?.place == resolved.first?.place)
    #expect(arad.candidates.map(\.probability) == arad.candidates.map(\.probability).sorted(by: >))
    #expect(!arad.candidates[0].reasons.isEmpty)
    // what speaks for the first beside the second speaks against the second beside the first
    let words = arad.candidates[0].reasons.filter { $0.points > 0 }.map(\.words)
    #expect(arad.candidates[1].reasons.contains { words.contains($0.words) && $0.points < 0 })
  }

  @Test func aNameThatNothingHasTakesTheTownBesideIt() throws {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    let document = Document(
      "A café in Qwzrtevere, Rome, burned down; one in Qwzrtevere, Italy, did not. Qwzrtovo, too, is safe.")
    let text = document.text
    let spans = ["Qwzrtevere, R", "Rome", "Qwzrtovo"].compactMap { text.range(of: $0) }.map { range in
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return start..<start
        + (text[range].utf8.firstIndex(of: 0x2C).map { text.utf8.distance(from: range.lowerBound, to: $0) }
          ?? text[range].utf8.count)
    }
    let toponyms = ToponymReader(atlas: atlas).toponyms(ofSpans: spans, in: document)
    let resolved = Resolver(atlas: atlas, model: model).resolve(toponyms, in: document)
    #expect(resolved.map { $0.place.map { atlas[$0].name } } == ["Rome", "Rome", nil])
    #expect(resolved[0].confidence < resolved[1].confidence)
  }

  @Test func spansOfTheUserInAnyOrderAreAnswered() throws {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    let document = Document("From Kyiv to Lviv.")
    let spans = [13..<17, 5..<9, 5..<9, 0..<0]
    let toponyms = ToponymReader(atlas: atlas).toponyms(ofSpans: spans, in: document)
    let places = Resolver(atlas: atlas, model: model).resolve(toponyms, in: document).map {
      $0.place.map { atlas[$0].name }
    }
    #expect(places == ["Lviv", "Kyiv", "Kyiv", nil])
  }
}
