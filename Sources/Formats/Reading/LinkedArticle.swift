/// What a page says of its article in JSON-LD by the words of schema.org.
struct LinkedArticle {
  var title: String?
  var date: String?
  var body: String?
  var url: String?
  var place: String?
  var authors: [String] = []
  var publisher: String?
  var isLive = false

  private static let types: Set<String> = [
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "AskPublicNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report",
    "AdvertiserContentArticle",
    "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "SatiricalArticle",
  ]

  /// The article that a page is about: of several the one whose headline the page bears, else the first with a body, else the first.
  /// - Parameter titles: what else the page gives as its title.
  init?(scripts: [[UInt8]], titles: [String]) {
    let objects = scripts.compactMap { LinkedData(script: $0) }.flatMap(\.objects)
    let articles = objects.filter { object in
      object.types.contains(where: Self.types.contains) && Self.line(object["headline"] ?? object["name"]) != nil
        || object["articleBody"]?.text != nil || object.types.contains("LiveBlogPosting")
    }
    let keys = Set(titles.map(Self.key))
    let named = articles.first { article in
      Self.line(article["headline"] ?? article["name"]).map { keys.contains(Self.key($0)) } ?? false
    }
    let chosen =
      named ?? articles.first { $0.types.contains("LiveBlogPosting") }
      ?? articles.first { $0["articleBody"]?.text != nil } ?? articles.first
    guard let article = chosen else { return nil }
    func resolved(_ value: LinkedData?) -> LinkedData? {
      guard let value, let id = value["@id"]?.text, value["name"] == nil else { return value }
      return objects.first { $0["@id"]?.text == id && $0["name"] != nil } ?? value
    }
    title = Self.line(article["headline"] ?? article["name"])
    date = (article["datePublished"] ?? article["dateCreated"])?.text
    body = article["articleBody"]?.text
    url = article["url"]?.text ?? article["mainEntityOfPage"]?.text ?? article["mainEntityOfPage"]?["@id"]?.text
    authors = (article["author"]?.elements ?? []).compactMap { author in
      Self.line(author.text.map { .text($0) } ?? resolved(author)?["name"])
    }
    let house = (article["publisher"]?.elements ?? []).first.flatMap { resolved($0) }
    publisher = Self.line(house?["name"] ?? house)
    isLive = article.types.contains("LiveBlogPosting")
    place =
      Self.place(of: article["contentLocation"]) ?? Self.place(of: article["locationCreated"])
      ?? Self.line(article["dateline"]) ?? Self.place(ofAddress: house?["address"])
  }

  /// The one place that is named; nil where there are several.
  private static func place(of value: LinkedData?) -> String? {
    guard let value, value.elements.count == 1, let only = value.elements.first else { return nil }
    if let text = only.text { return line(.text(text)) }
    guard let name = line(only["name"]) else { return place(ofAddress: only["address"]) }
    guard !name.contains(","), let country = country(of: only["address"]), country != name else { return name }
    return "\(name), \(country)"
  }

  private static func place(ofAddress address: LinkedData?) -> String? {
    guard let address = address?.elements.first else { return nil }
    guard let town = line(address["addressLocality"]) ?? line(address["addressRegion"]) else { return nil }
    return [town, country(of: address)].compactMap { $0 }.joined(separator: ", ")
  }

  private static func country(of address: LinkedData?) -> String? {
    let country = address?["addressCountry"]
    return line(country?["name"] ?? country)
  }

  private static func line(_ value: LinkedData?) -> String? {
    guard let text = value?.text else { return nil }
    var line = TextLine()
    line.append(PlainText.plain(text).utf8)
    return line.isEmpty ? nil : line.text
  }

  static func key(_ title: String) -> String { PlainText.key(title) }
}
