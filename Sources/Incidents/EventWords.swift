import Language
import Toponyms

/// A word or phrase that tells of an event: why an incident was looked for.
public struct EventWord: Hashable, Sendable {
  public var type: IncidentType
  public var text: String
  /// Bytes of the document's UTF-8.
  public var bytes: Range<Int>
}

extension IncidentExtractor {
  /// The event words of each sentence, in order; words that are part of a place name are none.
  public func eventWords(in document: Document, toponyms: [ResolvedToponym]) -> [[EventWord]] {
    let story = StoryReading(document: document, toponyms: toponyms, publication: nil, lexicon: model.lexicon)
    return zip(story.sentences, story.triggers).map { sentence, triggers in
      triggers.map {
        EventWord(type: $0.trigger.type, text: sentence.text($0.words), bytes: sentence.bytes(of: $0.words))
      }
    }
  }
}
