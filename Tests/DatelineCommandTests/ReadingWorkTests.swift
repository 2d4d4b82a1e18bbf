import Foundation
import TestSupport
import Testing

/// Counts instructions, which neither the clock nor other programs change.
@Suite(.serialized) struct ReadingWorkTests {
  private let command: Command

  init() throws { command = try Command() }

  private static let valgrind = ["/usr/bin/valgrind", "/usr/local/bin/valgrind"].first {
    FileManager.default.isExecutableFile(atPath: $0) && FileManager.default.isExecutableFile(atPath: "/usr/bin/strip")
  }

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

  /// - Parameter program: without debug information, which valgrind may not understand.
  private func instructions(_ program: String, _ file: String) throws -> Int {
    let outcome = try command.run(
      ["--tool=callgrind", "--callgrind-out-file=/dev/null", program, "geoparse", file], by: Self.valgrind)
    let line = outcome.complaints.split(separator: "\n").first { $0.contains("Collected :") }
    return try #require(line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }, "\(outcome.complaints)")
  }

  @Test(.enabled(if: valgrind != nil, "valgrind or strip is not installed"))
  func workGrowsWithThePageAndNotWithItsSquare() throws {
    try command.folder.write("<html><body><p>x", to: "none.html")
    try command.folder.write(Self.page(25), to: "small.html")
    try command.folder.write(Self.page(100), to: "large.html")
    // beside the program, where the data files are found
    let bare = "\(command.program)-bare-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: bare) }
    let stripped = try command.run(["-o", bare, command.program], by: "/usr/bin/strip")
    try #require(stripped.status == 0, "\(stripped.complaints)")
    let none = try instructions(bare, "none.html")
    let (small, large) = (try instructions(bare, "small.html") - none, try instructions(bare, "large.html") - none)
    #expect(small > 0)
    #expect(large < 6 * small, "\(large) instructions for four times what takes \(small)")
  }
}
