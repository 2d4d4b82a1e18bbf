import Gazetteer
import Language

/// Reads what the words of a span tell of the toponym that it is known to be.
package struct ToponymReader: Sendable {
  private let atlas: Atlas

  package init(atlas: Atlas) { self.atlas = atlas }

  /// Spans that are known to be toponyms, with what their words tell of them, in their order.
  /// - Parameter spans: bytes of the document's UTF-8.
  package func toponyms(ofSpans spans: [Range<Int>], in document: Document) -> [Toponym] {
    let datelines = Dateline.all(in: document)
    let usage = UsageReader(document: document)
    return spans.map { bytes in
      let first = document.tokens.firstIndex { Int($0.end) > bytes.lowerBound } ?? document.tokens.count
      let end = document.tokens[first...].firstIndex { Int($0.start) >= bytes.upperBound } ?? document.tokens.count
      let kinds = atlas.candidates(named: document.text(ofBytes: bytes)).map(\.nameKind)
      let form: Toponym.Form =
        switch kinds.first(where: { $0 != .code }) {
        case .demonym: .demonym
        case .abbreviation: .abbreviation
        default: .name
        }
      return Toponym(
        tokens: first..<max(first, end), bytes: bytes, form: form,
        usage: usage.usage(of: first..<max(first, end), form: form),
        isDateline: datelines.contains { $0.contains(first) })
    }
  }
}
