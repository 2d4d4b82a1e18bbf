import Coordinates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line on the terminal that tells how far a long job is; nothing where standard error is no terminal.
struct ProgressLine {
  private let isShown: Bool
  private var step = ""
  private var stepBegan = Seconds.now
  private var lastDrawn = 0.0

  init(quiet: Bool) { isShown = !quiet && isatty(2) == 1 }

  /// - Parameters:
  ///   - share: how much of the step is done, 0 to 1; 0 where it is not known.
  ///   - lines: how many lines were read in the step.
  mutating func show(_ step: String, share: Double, lines: Int? = nil) {
    guard isShown else { return }
    let now = Seconds.now
    if step != self.step { (self.step, stepBegan, lastDrawn) = (step, now, 0) }
    guard now - lastDrawn > 0.1 else { return }
    lastDrawn = now
    let spent = now - stepBegan
    var text = step
    if share > 0 { text += " \(Int(share * 100)) %" }
    if let lines, spent > 0.5 { text += ", \(Self.rate(Double(lines) / spent)) lines/s" }
    if share > 0.01, spent > 1 { text += ", \(Self.clock(spent / share - spent)) left" }
    Console.draw("\r\u{1B}[K\(text)")
  }

  /// Takes the line away.
  func clear() {
    if isShown { Console.draw("\r\u{1B}[K") }
  }

  private static func rate(_ number: Double) -> String {
    number >= 1e6 ? "\((number / 1e6).fixed(1)) M" : number >= 1e3 ? "\(Int(number / 1e3)) k" : "\(Int(number))"
  }

  /// `1:05`, `2:00:00`
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(), 1e9))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(padded(minutes)):\(padded(whole % 60))" : "\(minutes):\(padded(whole % 60))"
  }
}

/// A clock that only goes forward.
enum Seconds {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
