import Gazetteer
import Language

/// Finds the place names of a text with a trained tagger over the gazetteer's names.
public struct Recognizer: Sendable {
  private let atlas: Atlas
  private let model: ToponymModel

  /// - Parameters:
  ///   - atlas: the names that are known.
  ///   - model: the weights that tell names of places from others.
  public init(atlas: Atlas, model: ToponymModel) {
    self.atlas = atlas
    self.model = model
  }

  /// The toponyms of `document`, in order, none overlapping.
  public func toponyms(in document: Document) -> [Toponym] {
    toponyms(in: document, views: TokenViews(document, atlas: atlas, lowerCase: model.lowerCase))
  }

  /// As ``toponyms(in:)``, over views that were gathered before.
  package func toponyms(in document: Document, views: TokenViews) -> [Toponym] {
    answers(in: document, views: views).map(\.toponym)
  }

  /// As ``toponyms(in:)``, with what each confidence was computed from.
  package func answers(
    in document: Document, views: TokenViews
  ) -> [(toponym: Toponym, signs: ConfidenceSigns)] {
    let datelines = Dateline.all(in: document)
    let usage = UsageReader(document: document)
    return Tagger(weights: model.tagger).spans(in: document, views: views).map { span in
      let form = form(span.tokens, isDemonym: span.isDemonym, document)
      let signs = ConfidenceSigns(
        spanProbability: span.probability, isDemonym: span.isDemonym,
        isKnown: views.views[span.tokens.lowerBound].position > 0, words: span.tokens.count)
      let toponym = Toponym(
        tokens: span.tokens, bytes: document.bytes(of: span.tokens),
        form: form, usage: usage.usage(of: span.tokens, form: form),
        isDateline: datelines.contains { $0.contains(span.tokens.lowerBound) },
        confidence: model.confidence.ofSpan(signs))
      return (toponym, signs)
    }
  }

  private func form(_ tokens: Range<Int>, isDemonym: Bool, _ document: Document) -> Toponym.Form {
    if isDemonym { return .demonym }
    guard tokens.count == 1, let token = tokens.first else { return .name }
    let shape = document.tokens[token].shape
    guard shape.contains(.abbreviated) || shape.contains(.allCapitals) else { return .name }
    let kinds = atlas.candidates(named: document.text(of: document.tokens[token])).map(\.nameKind)
    return kinds.contains(.abbreviation) ? .abbreviation : .name
  }
}
