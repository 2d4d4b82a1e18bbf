#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes PNG and PDF of SVG by `rsvg-convert`, a program of librsvg.
struct SVGConverter {
  private let program: String
  private let format: MapFormat

  /// - Throws: what to do where the program is not installed.
  init(_ format: MapFormat) throws(InputFailure) {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let candidates: [String] = folders.split(separator: ":").map { "\($0)/rsvg-convert" }
    let found = candidates.first { access($0, X_OK) == 0 }
    guard let found else {
      throw InputFailure(
        "--format \(format.rawValue) needs the program rsvg-convert, which is not installed: apt-get install librsvg2-bin fonts-liberation, or "
          + "brew install librsvg; --format svg needs nothing")
    }
    program = found
    self.format = format
  }

  /// Faces of the widths for which maps are laid out, as fontconfig calls them.
  private static let fittingFonts = [
    "Helvetica", "Arial", "Liberation Sans", "Arimo", "Nimbus Sans", "TeX Gyre Heros", "FreeSans",
  ]

  /// What to do where the machine's fonts are wider than those for which maps are laid out; nil where they fit, or where
  /// fontconfig cannot be asked.
  static var fontComplaint: String? {
    guard let pipe = popen("fc-match --format '%{family}' Helvetica 2>/dev/null", "r") else { return nil }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = fread(&bytes, 1, bytes.count, pipe)
    guard pclose(pipe) == 0, count > 0 else { return nil }
    let family = String(decoding: bytes[..<count], as: UTF8.self)
    guard !fittingFonts.contains(where: family.hasPrefix) else { return nil }
    return "texts are drawn in \(Console.printable(family)), which is wider than Arial, and may touch or be cut off; "
      + "apt-get install fonts-liberation"
  }

  /// Writes a picture, whole or not at all.
  func write(_ svg: String, to path: String) throws(InputFailure) {
    let (source, partial) = ("\(path).partial.svg", "\(path).partial")
    defer {
      unlink(source)
      unlink(partial)
    }
    try OutputFile.write(svg, to: source)
    let status = run(["--format", format.rawValue, "--output", partial, source])
    guard status == 0 else {
      throw InputFailure(
        "\(path): rsvg-convert failed (\(status.map { "it ended with \($0)" } ?? "it could not be started"))")
    }
    guard rename(partial, path) == 0 else {
      let reason = String(cString: strerror(errno))
      throw InputFailure("\(path): cannot be written: \(reason.prefix(1).lowercased() + reason.dropFirst())")
    }
  }

  /// The program's exit code, -1 where a signal ended it; nil where it could not be started.
  private func run(_ arguments: [String]) -> Int32? {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    // A fixed date, lest PDF files differ from day to day.
    let names: [String] = [
      "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    ]
    let given: [String] = names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    var environment = (given + ["SOURCE_DATE_EPOCH=0", "LC_ALL=C.UTF-8"]).map { strdup($0) } + [nil]
    defer {
      for word in words + environment { free(word) }
    }
    var process = pid_t()
    guard posix_spawn(&process, program, nil, nil, &words, &environment) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}
