/// The features of a token, as hashes: template and values mixed to 32 bits.
package struct TaggerFeatures {
  private let views: [TokenView]
  private static let edge = TokenView(
    word: 0xED6E, shape: 9, classes: [], prefix: 0, suffixes: (0, 0, 0), name: 0, position: 0, nameLength: 0,
    lowerCase: 0,
    evidence: 0, isSentenceStart: false, isCandidate: false)

  package init(_ views: TokenViews) { self.views = views.views }

  /// Calls `emit` with each feature of the token at `index` of a sentence.
  @inline(__always)
  package func forEach(at index: Int, in sentence: Range<Int>, _ emit: (UInt32) -> Void) {
    @inline(__always) func view(_ offset: Int) -> TokenView {
      let place = index + offset
      return sentence.contains(place) ? views[place] : Self.edge
    }
    let (before2, before, here, after, after2) = (view(-2), view(-1), view(0), view(1), view(2))
    var template: UInt64 = 0
    @inline(__always) func feature(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      template &+= 1
      emit(Self.hash(template, a, b, c))
    }
    let gazetteer = UInt64(here.name) << 8 | UInt64(here.position)
    let kind = Self.kind(here)
    let prominence = here.name == 0 ? 99 : UInt64((here.name &- 1) & 255) << 8 | UInt64(here.position)
    let classes = UInt64(here.classes.rawValue)
    let written = UInt64(here.shape) << 8 | UInt64(here.lowerCase) << 4 | (here.isSentenceStart ? 1 : 0)

    feature(1)
    feature(here.word)
    feature(before.word)
    feature(after.word)
    feature(before2.word)
    feature(after2.word)
    feature(before.word, here.word)
    feature(here.word, after.word)
    feature(before2.word, before.word)
    feature(after.word, after2.word)
    feature(before.word, kind)
    feature(after.word, kind)
    feature(here.prefix)
    feature(here.suffixes.0)
    feature(here.suffixes.1)
    feature(here.suffixes.2)
    feature(written)
    feature(UInt64(before.shape), UInt64(here.shape), UInt64(after.shape))
    feature(
      UInt64(before2.shape) << 8 | UInt64(before.shape), UInt64(here.shape),
      UInt64(after2.shape) << 8 | UInt64(after.shape))
    feature(gazetteer)
    feature(prominence, written)
    feature(kind, UInt64(here.nameLength))
    feature(kind, UInt64(here.evidence))
    feature(prominence, UInt64(here.evidence))
    feature(UInt64(here.evidence), written)
    feature(classes, kind)
    feature(UInt64(before.classes.rawValue), UInt64(before.shape), kind)
    feature(UInt64(after.classes.rawValue), UInt64(after.shape), kind)
    feature(UInt64(before.classes.rawValue), classes, UInt64(after.classes.rawValue))
    feature(UInt64(before2.classes.rawValue), UInt64(before.classes.rawValue), kind)
    feature(UInt64(before.position), UInt64(before.name & 15), kind)
    feature(UInt64(after.position), UInt64(after.name & 15), kind)
    feature(before.word, UInt64(before2.position) << 8 | UInt64(before2.name & 15), kind)
    feature(after.word, UInt64(after2.position) << 8 | UInt64(after2.name & 15), kind)
    feature(UInt64(here.lowerCase), prominence, UInt64(before.shape) << 4 | UInt64(after.shape))
    feature(here.word, kind)
  }

  /// Calls `emit` with what the use of the word elsewhere adds in a second reading.
  @inline(__always)
  package func forEachOfUse(_ use: WordUse, at index: Int, _ emit: (UInt32) -> Void) {
    let (here, use) = (views[index], UInt64(use.rawValue))
    emit(Self.hash(101, use, 0, 0))
    emit(Self.hash(102, use, Self.kind(here), 0))
    emit(Self.hash(103, use, UInt64(here.lowerCase), UInt64(here.shape)))
    emit(Self.hash(104, use, UInt64(here.evidence), 0))
    let neighbours = UInt64(index > 0 ? views[index - 1].shape : 9) << 4
    emit(Self.hash(105, use, neighbours | UInt64(index + 1 < views.count ? views[index + 1].shape : 9), 0))
  }

  /// The gazetteer's kind of the name that covers the token, and the token's place in it.
  @inline(__always)
  private static func kind(_ view: TokenView) -> UInt64 {
    view.name == 0 ? 99 : UInt64((view.name &- 1) & 15) << 8 | UInt64(view.position)
  }

  @inline(__always)
  private static func hash(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt32 {
    var hash = (template &* 0x9E37_79B9_7F4A_7C15) ^ a
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9 ^ b
    hash = (hash ^ (hash >> 31)) &* 0x94D0_49BB_1331_11EB ^ c
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
