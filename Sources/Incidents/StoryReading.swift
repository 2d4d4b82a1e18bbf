import Gazetteer
import Language
import Toponyms

/// A whole article laid out for finding events: its sentences as rows of words, their triggers, its dates.
package final class StoryReading: Sendable {
  package let document: Document
  package let sentences: [SentenceReading]
  /// For each sentence its triggers.
  package let triggers: [[FoundTrigger]]
  /// For each trigger what the rules say of whether it happened (nil: denied, hypothetical or general) and who did it.
  let standings: [[(modality: Modality?, attribution: Attribution?)]]
  let dates: DateResolver
  /// For each sentence the counts of people who came to harm.
  let casualties: [[CasualtyMention]]
  /// How many triggers of each family the story has.
  let familyCounts: [IncidentType.Family: Int]
  /// How many words mark each ``Register``.
  let registers: [Int]

  /// - Parameter publication: the day of publication.
  package init(
    document: Document, toponyms: [ResolvedToponym], publication: CalendarDate?, lexicon: TriggerLexicon
  ) {
    self.document = document
    let expressions = DateFinder(document).dates()
    dates = DateResolver(dates: expressions, publication: publication)
    var (nextToponym, nextDate) = (0, 0)
    sentences = document.sentences.map { sentence in
      let end = sentence.tokens.upperBound
      let lastToponym =
        toponyms[nextToponym...].firstIndex { $0.toponym.tokens.lowerBound >= end } ?? toponyms.count
      let lastDate = expressions[nextDate...].firstIndex { $0.tokens.lowerBound >= end } ?? expressions.count
      defer { (nextToponym, nextDate) = (lastToponym, lastDate) }
      return SentenceReading(
        document: document, range: sentence.tokens, toponyms: Array(toponyms[nextToponym..<lastToponym]),
        dates: Array(expressions[nextDate..<lastDate]))
    }
    let triggers = sentences.map { lexicon.triggers(in: $0) }
    standings = zip(sentences, triggers).map { sentence, triggers in
      triggers.map { found in
        let context = TriggerContext(
          sentence: sentence, trigger: found.words, isVerb: found.isVerb, type: found.trigger.type)
        return (context.modality, context.attribution)
      }
    }
    self.triggers = triggers
    let finder = CasualtyFinder()
    casualties = sentences.map(finder.casualties)
    var counts: [IncidentType.Family: Int] = [:]
    for found in triggers.joined() { counts[found.trigger.type.family, default: 0] += 1 }
    familyCounts = counts
    registers = Register.counts(sentences.lazy.flatMap(\.hashes))
  }
}
