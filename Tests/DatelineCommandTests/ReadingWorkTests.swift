import Foundation
import TestSupport
import Testing

/// Compares the processor time of a page and one four times as long, each the least of three: the clock and other programs
/// change it little.
@Suite(.serialized) struct ReadingWorkTests {
  private let command: Command

  init() throws { command = try Command() }

  private static let hasShell = FileManager.default.isExecutableFile(atPath: "/bin/bash")

  /// Markup that is dear to parsers with a hidden square in them.
  private static func page(_ count: Int) -> String {
    let shapes = [
      "<p><b><i>word ", "a b c<br>", "<figure><figcaption>c</figcaption>", "<div class=caption><p>c</p></div>",
      "</i></u></em>",
      "<time>5 May</time><p class=date>x</p>", "&amp;&bogus;&#x41;", "<meta name=date content=x>", "<!--x-->",
      "<![CDATA[",
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>",
      "<article><h1>a title that stands here</h1><a href=x>link</a></article>",
    ]
    return "<html><body>" + shapes.map { String(repeating: $0, count: count) }.joined()
  }

  /// Milliseconds of processor time.
  private func work(on file: String) throws -> Double {
    let line = "TIMEFORMAT='%3U'; time \"$0\" geoparse \(file) > /dev/null 2>&1"
    let times = try (0..<3).map { _ in
      let outcome = try command.run(["-c", line, command.program], by: "/bin/bash")
      return try #require(
        Double(outcome.complaints.trimmingCharacters(in: .whitespacesAndNewlines)), "\(outcome.complaints)")
    }
    return try #require(times.min()) * 1000
  }

  @Test(.enabled(if: hasShell, "bash is not installed"))
  func workGrowsWithThePageAndNotWithItsSquare() throws {
    try command.folder.write("<html><body><p>x", to: "none.html")
    try command.folder.write(Self.page(100), to: "small.html")
    try command.folder.write(Self.page(400), to: "large.html")
    let none = try work(on: "none.html")
    let (small, large) = (try work(on: "small.html") - none, try work(on: "large.html") - none)
    #expect(small > 0)
    #expect(large < 8 * max(small, 10), "\(large) ms for four times what takes \(small)")
  }
}
