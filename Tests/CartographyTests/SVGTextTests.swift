import Testing

@testable import Cartography

@Suite struct SVGTextTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a ", "a"), ("a b", "a b"), ("a  b", "a b"), ("a\tb\n", "a b"),
    ("a\u{7F}b", "ab"), ("a\u{1B}[31m", "a[31m"), ("é\u{A0}ü", "é ü"), ("a\u{202E}b", "ab"), ("日本", "日本"),
    ("<&>", "<&>"),
  ]) func whatStandsOnASheetIsCleaned(text: String, expected: String) {
    #expect(SVGText.cleaned(text) == expected)
  }

  @Test(arguments: [("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("\u{0}\u{FFFE}x", "x"), ("a\nb", "a b")])
  func markupIsEscaped(text: String, expected: String) { #expect(SVGText.escaped(text) == expected) }

  /// A date in Latin letters keeps its order on a sheet from right to left.
  @Test func linesOfAnotherScriptKeepTheirOrder() {
    func line(_ text: String, _ isRightToLeft: Bool) -> String {
      SheetText.leading(text, x: 10, y: 20, size: 12, isRightToLeft: isRightToLeft)
    }
    #expect(line("1–19 Apr", false) == #"<text x="10" y="20" font-size="12">1–19 Apr</text>"#)
    #expect(line("1–19 Apr", true) == #"<text x="10" y="20" font-size="12" text-anchor="end">1–19 Apr</text>"#)
    #expect(line("خريطة 1–19", true) == #"<text x="10" y="20" font-size="12" direction="rtl">خريطة 1–19</text>"#)
  }
}
