import Coordinates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A bar on the terminal: how much is done, how fast, how long it will take, what failed. Nothing where standard error is no terminal.
struct BatchProgress {
  private let isShown: Bool
  private let began = Seconds.now
  private var lastDrawn = Seconds.now
  private var isDrawn = false
  /// What was done before this run.
  private let doneBefore: Int
  private let bytesBefore: Int
  private static let width = 24

  init(quiet: Bool, doneBefore: Int = 0, bytesBefore: Int = 0) {
    isShown = !quiet && isatty(2) == 1
    self.doneBefore = doneBefore
    self.bytesBefore = bytesBefore
  }

  /// - Parameters:
  ///   - size: bytes in all, nil where they are not known.
  mutating func show(done: Int, failed: Int, bytes: Int, of size: Int?) {
    guard isShown, Seconds.now - lastDrawn > 0.1 else { return }
    lastDrawn = Seconds.now
    isDrawn = true
    let text = Self.text(
      done: done, failed: failed, bytes: bytes, size: size, doneBefore: doneBefore, bytesBefore: bytesBefore,
      seconds: lastDrawn - began)
    Console.draw("\r\u{1B}[K\(text)")
  }

  /// Takes the bar away, for a line of words or for good.
  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    Console.draw("\r\u{1B}[K")
  }

  /// `[#####...................] 21 %, 12,345 articles, 410/s, 1:52 left, 3 failed`
  static func text(
    done: Int, failed: Int, bytes: Int, size: Int?, doneBefore: Int, bytesBefore: Int, seconds: Double
  ) -> String {
    var parts: [String] = []
    var bar = ""
    if let size, size > 0 {
      let share = min(Double(bytes) / Double(size), 1)
      let filled = Int(share * Double(width))
      bar = "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: width - filled))] "
      parts.append("\(Int(share * 100)) %")
    }
    parts.append("\(grouped(done)) \(done == 1 ? "article" : "articles")")
    if seconds > 0.5, done > doneBefore {
      let rate = Double(done - doneBefore) / seconds
      parts.append("\(rate < 10 ? rate.fixed(1) : grouped(Int(rate)))/s")
    }
    if let size, bytes > bytesBefore, seconds > 1 {
      let left = Double(max(size - bytes, 0)) * seconds / Double(bytes - bytesBefore)
      parts.append("\(ProgressLine.clock(left)) left")
    }
    if failed > 0 { parts.append("\(grouped(failed)) failed") }
    return bar + parts.joined(separator: ", ")
  }

  /// `1,234,567`
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
