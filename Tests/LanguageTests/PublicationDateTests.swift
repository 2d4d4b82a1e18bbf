import Language
import Testing

@Suite struct PublicationDateTests {
  @Test(
    arguments: [
      ("http://www.dailytribune.net/articles/2009/03/30/news/02.txt", "2009-03-30"),
      ("https://example.org/news/2009/mar/22/man-recovers/", "2009-03-22"),
      ("https://example.org/2024/4/9/blast", "2024-04-09"),
      ("https://example.org/article/20090323/articles/903239929", "2009-03-23"),
      ("http://example.org/SHOT31_20090331-162204/245337/", "2009-03-31"),
      ("https://example.org/news/2024-04-19-blast", "2024-04-19"), ("https://example.org/story", nil),
      ("https://example.org/2024/04/", nil), ("https://example.org/2024/13/40/x", nil),
      ("https://example.org/a?date=20240419", nil), ("https://example.org/id/20249999", nil),
      ("https://example.org/id/120240419", nil), ("https://example.org/1824/04/19/x", nil), ("", nil),
    ] as [(String, String?)]) func daysInAddresses(address: String, day: String?)
  {
    #expect(PublicationDate.inAddress(address)?.description == day)
  }

  @Test(
    arguments: [
      ("   SAN SALVADOR, 3 JAN 90 -- [REPORT] THE BATTALION SAID SO.", "1990-01-03"),
      ("PERTH (AUSTRALIA), JUNE 11 89 (AFP) -- [TEXT] HE CAME.", "1989-06-11"),
      ("Headline of the story\n\nParis, May 3, 2024 (Reuters) – He came.", "2024-05-03"),
      ("TEGUCIGALPA, 7 FEB (REUTER) -- [TEXT] A BOMB WENT OFF.", nil), ("SAN SALVADOR, NO DATE -- HE CAME.", nil),
      ("Headline\nPublished: Friday, April 19, 2024 10:30 GMT\n\nHe came.", "2024-04-19"),
      ("Headline\n19/04/2024\n\nHe came.", "2024-04-19"), ("He came on April 19, 2024.", nil),
      ("Paris, May 3, 2024 – he said – was warm.", "2024-05-03"), ("The war ended in May 1945 - he said.", nil),
      ("May 3, 2024 was warm, May 4, 2024 was cold", nil), ("", nil),
    ] as [(String, String?)]) func daysThatTextsState(text: String, day: String?)
  {
    #expect(PublicationDate.stated(in: Document(text))?.description == day)
  }

  /// The day on which a story was filed is not a day of the story.
  @Test func theDatelineIsNoDateOfTheText() {
    let document = Document("SAN SALVADOR, 3 JAN 90 -- [REPORT] THE CLASH OF 30 DEC 89 WENT ON.")
    #expect(DateFinder(document).dates().map { document.text(ofTokens: $0.tokens) } == ["30 DEC 89"])
  }
}
