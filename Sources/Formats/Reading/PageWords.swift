/// The words by which pages name their parts, and those that furniture begins with.
enum PageWords {
  /// Elements that are never read.
  static let silent: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio",
    "select", "button",
    "textarea", "input", "datalist", "map", "head", "title", "dialog", "amp-ad", "amp-sidebar", "amp-consent",
    "amp-user-notification", "amp-social-share", "amp-embed", "amp-iframe", "amp-analytics", "amp-video",
    "amp-sticky-ad",
    "amp-auto-ads", "amp-carousel", "amp-lightbox",
  ]

  /// Elements that hold what stands around an article.
  static let around: Set<String> = ["nav", "aside", "footer", "form", "menu", "header"]

  static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "alert",
  ]

  /// Words in class and id of what stands around an article.
  static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "sidebar", "related", "teaser", "teasers", "promo", "promos",
    "promoted",
    "share", "sharing", "sharebar", "social", "comment", "comments", "disqus", "cookie", "cookies", "consent", "gdpr",
    "onetrust",
    "newsletter", "subscribe", "subscription", "signup", "advert", "advertisement", "advertising", "ads", "ad",
    "adslot", "sponsor",
    "sponsored", "breadcrumb", "breadcrumbs", "footer", "recirculation", "recirc", "recommended", "recommendations",
    "trending",
    "popular", "mostread", "tags", "taglist", "byline", "bylines", "bio", "outbrain", "taboola", "paywall", "regwall",
    "modal", "popup",
    "overlay", "banner", "toolbar", "pagination", "pager", "login", "search", "masthead", "copyright", "legal",
    "disclaimer",
    "kicker", "timestamp", "visuallyhidden", "skip", "donate", "donation", "polls", "rating", "readmore", "morefrom",
    "carousel",
    "infobox", "toc",
  ]

  /// A word before another that makes it a mark of the page, not a name of the part: `has-sidebar`.
  static let neutral: Set<String> = ["has", "with", "no", "without", "is", "js", "show", "hide", "non"]

  static let captions: Set<String> = ["caption", "figcaption", "captions", "cutline"]

  /// Pairs of words that name the body of an article: `story-body`, `entry-content`.
  static let bodyFirst: Set<String> = ["article", "story", "entry", "post", "node", "news", "single", "detail", "blog"]
  static let bodySecond: Set<String> = ["body", "content", "contents", "text", "copy", "articlebody", "paragraphs"]
  static let bodies: Set<String> = [
    "articlebody", "storybody", "articlecontent", "storycontent", "articletext", "storytext", "postcontent",
    "entrycontent",
    "newsbody", "bodytext", "bodycopy",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Elements that stand within a line.
  static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label",
    "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var",
    "wbr", "amp-img", "img", "br", "picture", "source",
  ]

  /// What short lines begin with that are no part of the story (keys as `PlainText.key` makes them of the first words).
  static let openings: [String] = [
    "readmore", "alsoread", "readalso", "readnext", "seealso", "related", "moreonthis", "morefrom", "advertisement",
    "storycontinuesbelow", "articlecontinues", "clickhere", "signup", "subscribe", "followus", "sharethis", "shareon",
    "photo", "image",
    "copyright", "allrightsreserved", "tags", "topics", "filedunder", "printthis", "closethiswindow",
    "originallypublished", "source",
    "loading", "comments", "leaveacomment", "leaveareply", "mostread", "mostpopular", "youmayalso", "youmightalso",
    "recommended", "recommendedfor", "trending", "newsletter", "getour", "downloadour", "joinour", "watch", "listen",
    "continuereading",
    "keepreading", "skipto", "backto", "nextarticle", "previousarticle", "urlhttp", "publishedon", "postedon",
    "lastupdated", "lastmodified",
    "enablejavascript", "pleaseenable", "nopartofthis",
  ]

  /// The words of class, id and test names: `articleBody_main` has article, body, main.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A:
        if wasLower { end() }
        word.append(byte | 0x20)
        wasLower = false
      case 0x61...0x7A:
        word.append(byte)
        wasLower = true
      default:
        end()
        wasLower = false
      }
    }
    end()
    return words
  }
}
