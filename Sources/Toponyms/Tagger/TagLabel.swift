/// What the tagger says of a token.
package enum TagLabel: Int, CaseIterable, Sendable {
  case outside, beginPlace, insidePlace, beginDemonym, insideDemonym

  package static let count = 5

  /// Whether `next` may stand behind this label.
  package func mayPrecede(_ next: TagLabel) -> Bool {
    switch next {
    case .insidePlace: self == .beginPlace || self == .insidePlace
    case .insideDemonym: self == .beginDemonym || self == .insideDemonym
    case .outside, .beginPlace, .beginDemonym: true
    }
  }
}

/// A set of labels that a token may have.
package struct TagSet: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package init(_ label: TagLabel) { rawValue = 1 << UInt8(label.rawValue) }

  package static let all = TagSet(rawValue: 0b11111)
  package static let outside = TagSet(.outside)

  package func contains(_ label: TagLabel) -> Bool { rawValue & 1 << UInt8(label.rawValue) != 0 }
}
