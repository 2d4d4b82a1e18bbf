import DataFiles
import Toponyms

/// The weights of a logistic model over hashed features: a table of 2^n numbers, several features perhaps sharing one.
package struct HashedWeights: Sendable {
  private static let scale: Float = 512

  private let table: [Int16]
  private let mask: UInt32

  /// - Parameter weights: 2^n of them.
  package init(_ weights: [Float]) {
    table = weights.map { Int16(clamping: Int(($0 * Self.scale).rounded())) }
    mask = UInt32(max(weights.count, 1) - 1)
  }

  /// Weights as ``encoded`` gives them; a length that is no power of two gives the model that knows nothing.
  init(_ section: ByteView) {
    let count = section.count / 2
    guard count > 0, count & (count - 1) == 0 else {
      (table, mask) = ([0], 0)
      return
    }
    table = (0..<count).map { Int16(truncatingIfNeeded: section.uint16(at: $0 * 2)) }
    mask = UInt32(count - 1)
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.count * 2)
    for weight in table { bytes.appendLittleEndian(weight) }
    return bytes
  }

  /// The sum of the weights of what holds.
  /// - Parameter label: of a model of several labels, whose weights are told apart by the hash.
  package func score(_ bag: FeatureBag, label: UInt32 = 0) -> Double {
    var sum: Int32 = 0
    for hash in bag.hashes { sum &+= Int32(table[Int(Self.slot(hash, label: label, mask: mask))]) }
    return Double(sum) / Double(Self.scale)
  }

  package func probability(_ bag: FeatureBag) -> Double { 1 / (1 + exponential(-score(bag))) }

  /// The probabilities of labels 0 ..< count.
  /// - Parameter chosen: the labels that come into question, the others having none; all where nil.
  package func probabilities(_ bag: FeatureBag, labels: Int, among chosen: [Int]? = nil) -> [Double] {
    let chosen = chosen ?? Array(0..<labels)
    let scores = chosen.map { score(bag, label: UInt32($0)) }
    let top = scores.max() ?? 0
    let powers = scores.map { exponential($0 - top) }
    let sum = powers.reduce(0, +)
    var probabilities = [Double](repeating: 0, count: labels)
    for (label, power) in zip(chosen, powers) { probabilities[label] = power / sum }
    return probabilities
  }

  /// Where a feature's weight stands in a table of `mask + 1` numbers.
  package static func slot(_ hash: UInt32, label: UInt32, mask: UInt32) -> UInt32 {
    var mixed = hash ^ label &* 0xC2B2_AE35
    mixed = (mixed ^ (mixed >> 16)) &* 0x7FEB_352D
    return (mixed ^ (mixed >> 15)) & mask
  }
}
