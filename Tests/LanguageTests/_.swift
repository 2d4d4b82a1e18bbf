import Testing
@testable import Language
@Test func demo() {
  let d = Document("WASHINGTON — U.S. Army Maj. Gen. Joseph McGee spoke in Jackson, Miss. He said Israel’s “planned” move on Sana'a cost $1,000.50. “Why?” he asked. It ended.\nTel Aviv-based officials' view at St. Louis, www.x.com.")
  for s in d.sentences { print(s.paragraph, d.tokens[s.tokens].map { d.text(of: $0) + "/" + d.foldedText(of: $0) }) }
}
