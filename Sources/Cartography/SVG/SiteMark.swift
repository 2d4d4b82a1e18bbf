/// Says in the text of a layer which sites an element belongs to, for pages that show and hide sites. Files do without.
enum SiteMark {
  private static let head = " data-site=\""

  /// An attribute with a space before it.
  /// - Parameter sites: indices in the content.
  static func attribute(_ sites: [Int]) -> String {
    sites.isEmpty ? "" : head + sites.map(String.init).joined(separator: " ") + "\""
  }

  /// As ``attribute(_:)`` for a country that is meant as a whole: `c` and its index in the content.
  static func attribute(country: Int) -> String { "\(head)c\(country)\"" }

  /// A layer's text without the attributes. Text of the content cannot be taken for one: its quotation marks are escaped.
  static func removed(from body: String) -> String {
    let parts = body.split(separator: head, omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { text, part in
      text += part.firstIndex(of: "\"").map { part[part.index(after: $0)...] } ?? part
    }
  }
}
