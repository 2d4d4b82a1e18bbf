import DatelineKit
import Formats
import Language
import TestSupport
import Testing

@Suite struct FeedTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ xml: String, _ name: String = "feed.xml") throws -> [Result<Article, ArticleFault>] {
    ArticleSource([try folder.write(xml, to: name)]).map { $0.read().map(\.article) }
  }

  @Test func entriesOfRSSAreArticles() throws {
    let found = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:media="http://search.yahoo.com/mrss/">
      <channel><title>Derwent Times</title><link>https://d.example/</link>
      <item><title>Fire &amp;amp; smoke</title><link>https://d.example/1</link><guid>g1</guid><dc:creator>Ann Hay</dc:creator>
        <media:title>not this</media:title><pubDate>Fri, 19 Apr 2024 23:10:00 +0100</pubDate><description>A short teaser.</description>
        <c:encoded><![CDATA[<p>A fire broke out in the old mill of Cockermouth on Friday.</p><figure><img><figcaption>The mill.</figcaption></figure><p>Two people were hurt&nbsp;there.</p>]]></c:encoded></item>
      <item><guid isPermaLink="false">tag:2</guid><title>Two</title><description>&lt;p&gt;A second story, told in the description and nowhere else.&lt;/p&gt;</description></item>
      <item><title>Three</title><link>https://d.example/3</link></item>
      </channel></rss>
      """)
    #expect(found.count == 3)
    let first = try found[0].get()
    #expect(first.id == "https://d.example/1")
    #expect(first.title == "Fire & smoke")
    #expect(first.date == CalendarDate(iso: "2024-04-19"))
    #expect(first.url == "https://d.example/1")
    #expect(first.text == "A fire broke out in the old mill of Cockermouth on Friday.\n\nTwo people were hurt there.")
    #expect(
      first.extraction == Article.Extraction(captions: ["The mill."], authors: ["Ann Hay"], publisher: "Derwent Times"))
    let second = try found[1].get()
    #expect(second.id == "tag:2")
    #expect(second.text == "A second story, told in the description and nowhere else.")
    let third = try #require(throws: ArticleFault.self) { try found[2].get() }
    #expect("\(third)" == "https://d.example/3: the entry of the feed has no text")
  }

  @Test func entriesOfAtomAreArticles() throws {
    let found = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Derwent Times</title>
      <entry><title type="html">One &amp;lt;b&amp;gt;</title><link rel="self" href="https://d.example/s"/><link href="https://d.example/1"/>
        <id>urn:1</id><updated>2024-05-01T00:00:00Z</updated><published>2024-04-19T01:00:00+02:00</published><author><name>Ann Hay</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A fire broke out &amp; spread in <b>Cockermouth</b> on Friday.</p></div></content></entry>
      <entry><title>Two</title><id>urn:2</id><updated>2024-05-02</updated><content type="text">Rain fell on a &lt;b&gt; tag in Keswick all night long, the paper says.
      A second paragraph of this entry follows here.</content></entry>
      <entry><id>urn:3</id><content type="html">&lt;p&gt;Snow closed the pass above Buttermere for a day.&lt;/p&gt;</content></entry></feed>
      """, "feed")
    let articles = try found.map { try $0.get() }
    #expect(articles.map(\.id) == ["https://d.example/1", "urn:2", "urn:3"])
    #expect(articles.map { $0.date?.description } == ["2024-04-19", "2024-05-02", nil])
    #expect(
      articles.map(\.text) == [
        "A fire broke out & spread in Cockermouth on Friday.",
        "Rain fell on a <b> tag in Keswick all night long, the paper says.\n\nA second paragraph of this entry follows here.",
        "Snow closed the pass above Buttermere for a day.",
      ])
  }

  @Test func entitiesThatBlowUpAreRefused() throws {
    let laughs = (1..<10).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    let found = try read(
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">\(laughs)]><rss><channel><item><description>&l9;</description></item></channel></rss>"
    )
    #expect(found.count == 1)
    let fault = try #require(throws: ArticleFault.self) { try found[0].get() }
    #expect("\(fault)".contains("declares entities of its own"))
  }

  @Test func filesAreNotDrawnInByEntities() throws {
    let secret = try folder.write("a secret that nobody may read in an article", to: "secret.txt")
    let found = try read(
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file://\(secret)\">]><rss><channel><item><description>&x;</description></item></channel></rss>"
    )
    #expect(
      found.allSatisfy { outcome in
        switch outcome {
        case .success(let article): !article.text.contains("secret")
        case .failure: true
        }
      })
  }

  @Test func whatComesBeforeABreakIsRead() throws {
    let item =
      "<item><link>https://d.example/1</link><description>A story that is whole and can be read to its end.</description></item>"
    let found = try read("<rss><channel>\n\(item)\n<item><title>x</wrong>")
    #expect(found.count == 2)
    #expect(try found[0].get().id == "https://d.example/1")
    let fault = try #require(throws: ArticleFault.self) { try found[1].get() }
    #expect("\(fault)".hasSuffix("the XML is broken in line 3; what came before it was read"))
  }

  @Test func otherXMLIsRefused() throws {
    let fault = try #require(throws: ArticleFault.self) {
      try read("<?xml version='1.0'?><urlset><url/></urlset>")[0].get()
    }
    #expect("\(fault)".contains("XML of another kind than RSS or Atom"))
  }
}
