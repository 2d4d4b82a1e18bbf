import Language

/// A news article as it comes in.
public struct Article: Sendable, Hashable {
  public var id: String
  /// The text as it came; offsets count its Unicode code points.
  public var text: String
  public var title: String?
  public var url: String?
  /// The day of publication.
  public var date: CalendarDate?
  /// Where the outlet is at home: a name as ``Newsreader/place(named:)`` takes it.
  public var place: String?

  /// An article; all but `id` and `text` may be unknown.
  public init(
    id: String, text: String, title: String? = nil, url: String? = nil, date: CalendarDate? = nil, place: String? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.url = url
    self.date = date
    self.place = place
  }

  /// The title, or what stands as a headline at the head of the text: the first line of five words or more that does not end
  /// like a sentence.
  public var headline: String? {
    if let title, !title.isEmpty { return title }
    for line in text.split(whereSeparator: \.isNewline).prefix(4) {
      let words = line.split(separator: " ")
      guard words.count >= 5, words.count <= 25,
        let last = line.unicodeScalars.last(where: { $0 != " " && $0 != "\u{A0}" })
      else { continue }
      if ![".", ":", ",", ";", "”"].contains(last) { return words.joined(separator: " ") }
    }
    return nil
  }

  /// The outlet, as far as its address tells: the host without `www`.
  public var outlet: String? {
    guard let url, let scheme = url.firstRange(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { !["/", "?", "#"].contains($0) }
    let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return name.contains(".") ? name : nil
  }
}
