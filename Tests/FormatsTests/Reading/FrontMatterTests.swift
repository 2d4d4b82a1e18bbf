import DatelineKit
import Formats
import Language
import TestSupport
import Testing

@Suite struct FrontMatterTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, _ name: String = "story.txt") throws -> Article {
    let path = try folder.write(text, to: name)
    return try #require(ArticleSource([path]).next()).read().get().article
  }

  @Test func itTellsTitleDateAddressAndPlace() throws {
    let article = try read(
      """
      ---
      # where it ran
      title: "A \\"small\\" fire: two hurt"
      date: 2024-04-19
      url: https://example.org/a#b   # the first address
      place: 'Cockermouth''s paper'

      ---

      A fire broke out in Cockermouth.
      Two were hurt.
      """)
    #expect(article.title == "A \"small\" fire: two hurt")
    #expect(article.date == CalendarDate(iso: "2024-04-19"))
    #expect(article.url == "https://example.org/a#b")
    #expect(article.place == "Cockermouth's paper")
    #expect(article.text == "A fire broke out in Cockermouth.\nTwo were hurt.")
    #expect(article.extraction == Article.Extraction())
  }

  @Test(arguments: [
    ("---\ntitle: x\n", 1, "a second line of --- is missing within 100 lines"),
    ("---\ntitle x\n---\na", 2, "'title x' is not 'key: value'"),
    ("---\ntitle: x\nauthor: y\n---\na", 3, "'author' is not known; title, date, url and place are"),
    ("---\ntitle: x\ntitle: y\n---\na", 3, "'title' stands twice"),
    ("---\ntitle: x\n  more\n---\na", 3, "'  more' is not 'key: value'"),
    ("---\ntitle:x\n---\na", 2, "a space is missing behind 'title:'"),
    ("---\n\ndate: 19.4.2024\n---\na", 3, "date: '19.4.2024' is not a date such as 2024-04-19"),
    ("---\nurl: example.org\n---\na", 2, "url: 'example.org' does not begin with https:// or http://"),
    ("---\ntitle: [x]\n---\na", 2, "a value that begins with '[' is not read; put it in quotes"),
    ("---\ntitle: \"x\n---\na", 2, "the closing \" is missing"),
    ("---\ntitle: 'x' y\n---\na", 2, "'y' stands behind the closing quote"),
  ]) func slipsAreNamedWithTheirLine(text: String, line: Int, reason: String) throws {
    let fault = try #require(throws: ArticleFault.self) { try read(text) }
    #expect("\(fault)" == "\(folder.path)/story.txt:\(line): front matter: \(reason)")
    #expect(fault.isDocument)
  }

  @Test func nothingBehindItIsAnEmptyFile() throws {
    let fault = try #require(throws: ArticleFault.self) { try read("---\ntitle: x\n---\n\n") }
    #expect("\(fault)".hasSuffix("story.txt: the file is empty"))
  }

  @Test func aTextWithoutItIsTheTextAsItStands() throws {
    let text = "--- a dash\r\n---\r\n A line.\r\n"
    let article = try read(text)
    #expect(article.text == text)
    #expect(article.extraction == nil)
  }

  @Test func markdownLosesItsMarks() throws {
    let article = try read(
      """
      ---
      date: 2024-04-19
      ---
      # Fire in **Cockermouth**

      A fire broke out in [Cockermouth](https://example.org/a_b) on *Friday*;
      two were hurt.
      ![Smoke over the mill](mill.jpg)

      Damage
      ------

      > “It was loud,” said a neighbour_in_law \\*not a star\\*.

      * One mill
      * `Two` barns

      ```
      code is no story
      ```
      """, "story.md")
    #expect(article.title == "Fire in Cockermouth")
    #expect(article.date == CalendarDate(iso: "2024-04-19"))
    #expect(
      article.text.split(separator: "\n\n").map(String.init) == [
        "A fire broke out in Cockermouth on Friday; two were hurt.", "Damage",
        "“It was loud,” said a neighbour_in_law *not a star*.", "One mill", "Two barns",
      ])
    #expect(article.extraction?.captions == ["Smoke over the mill"])
  }
}
