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
  /// Further fields that came with it, by name: nothing is read from them, outputs may repeat them.
  public var fields: [String: String] = [:]
  /// What came beside a text that was taken out of a page, a feed or a file with front matter; nil where the text is the input's
  /// own. Offsets index the text, so what is written of an extracted article repeats it.
  public var extraction: Extraction?

  /// What stood around an extracted text.
  public struct Extraction: Sendable, Hashable {
    /// Captions of pictures, in the order of the page.
    public var captions: [String]
    public var authors: [String]
    public var publisher: String?

    public init(captions: [String] = [], authors: [String] = [], publisher: String? = nil) {
      self.captions = captions
      self.authors = authors
      self.publisher = publisher
    }
  }

  /// An article; all but `id` and `text` may be unknown.
  public init(
    id: String, text: String, title: String? = nil, url: String? = nil, date: CalendarDate? = nil,
    place: String? = nil, extraction: Extraction? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.url = url
    self.date = date
    self.place = place
    self.extraction = extraction
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
