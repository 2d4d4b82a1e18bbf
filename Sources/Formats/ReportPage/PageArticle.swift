import DatelineKit
import Language

/// An article with its marks: by itself, or as one of many that can be folded.
struct PageArticle {
  let story: PageStory
  let isAlone: Bool
  let isOpen: Bool

  var html: String {
    let marks = ArticleMarks(story)
    var paragraphs = marks.paragraphs
    let headline = story.headline
    // A headline that is the text's first line keeps its marks: in the heading, or in the text where the heading folds the article.
    var heading = PageText.escaped(headline)
    var isRepeated = false
    if let first = paragraphs.first, Self.words(story.report.document.text(ofBytes: first)) == Self.words(headline) {
      isRepeated = !isAlone
      if isAlone {
        heading = marks.html(first)
        paragraphs.removeFirst()
      }
    }
    let text = paragraphs.enumerated().map { index, paragraph in
      "<p\(index == 0 && isRepeated ? " class=\"again\"" : "")>\(marks.html(paragraph))</p>"
    }.joined(separator: "\n")
    let language = PageText.escaped(story.report.language)
    let direction = story.isRead ? "" : " dir=\"auto\""
    let level = isAlone ? "h1" : "h2"
    let title = "<\(level) class=\"headline\" lang=\"\(language)\"\(direction)>\(heading)</\(level)>"
    let body = "\(meta)<div class=\"text\" lang=\"\(language)\"\(direction)>\n\(text)\n</div>"
    let id = "a-\(story.number + 1)"
    guard !isAlone else { return "<article id=\"\(id)\">\n\(title)\n\(body)\n</article>" }
    let count = PageText.count(story.incidents.count, "incident")
    return """
      <article id="\(id)"><details\(isOpen ? " open" : "")>
      <summary>\(title) <small class="count">\(story.isRead ? count : "not read")</small></summary>
      \(body)
      </details></article>
      """
  }

  /// What the marks in the text mean.
  static let key = """
    <p class="key"><span class="told f-other">Shaded</span>: tells of the incident whose number follows. Underlined: \
    <span class="n site">site</span>, <span class="n">other place</span>, <span class="n body">people or a body</span>, \
    <span class="n unknown">unknown place</span>. Choose a name to see why it was placed there.</p>

    """

  /// Day and source, and whether it was read.
  private var meta: String {
    let article = story.report.article
    var parts: [String] = []
    if let date = article.date { parts.append("<time datetime=\"\(date)\">\(date)</time>") }
    if let link = PageText.link(article.url) {
      let name = PageText.escaped(article.outlet ?? link)
      parts.append(
        "<a class=\"source\" href=\"\(PageText.escaped(link))\" rel=\"noopener noreferrer nofollow\">\(name)</a>")
    } else if let url = article.url {
      parts.append(PageText.escaped(url))
    }
    parts.append("<span class=\"id\">\(PageText.escaped(article.id))</span>")
    let line = "<p class=\"meta\">\(parts.joined(separator: " · "))</p>\n"
    guard !story.isRead else {
      guard story.incidents.isEmpty else { return line + (isAlone ? Self.key : "") }
      return line + "<p class=\"note\">No incident was found in this article.</p>\n"
    }
    return line + "<p class=\"note\">Not English (language: \(PageText.escaped(story.report.language))): "
      + "no incidents were looked for.</p>\n"
  }

  private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
