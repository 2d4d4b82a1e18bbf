import Language
import Toponyms

/// A word or phrase that tells of an event: why an incident was looked for.
public struct EventWord: Hashable, Sendable {
  public var type: IncidentType
  public var text: String
}

extension IncidentExtractor {
  /// The event words of each sentence, in order; words that are part of a place name are none.
  public func eventWords(in document: Document, toponyms: [ResolvedToponym]) -> [[EventWord]] {
    document.sentences.map { sentence in
      let reading = SentenceReading(document: document, sentence: sentence, toponyms: toponyms, dates: [])
      var found: [EventWord] = []
      var index = 0
      while index < reading.words.count {
        guard let (trigger, length) = TriggerLexicon.standard.trigger(in: reading.words, at: index), length > 0,
          !reading.toponyms.contains(where: { $0.positions.contains(index) })
        else {
          index += 1
          continue
        }
        found.append(EventWord(type: trigger.type, text: reading.text(index..<index + length)))
        index += length
      }
      return found
    }
  }
}
