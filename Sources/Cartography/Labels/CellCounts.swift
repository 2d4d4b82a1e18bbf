/// Marked cells of a frame, those in a box counted by four look-ups.
struct CellCounts {
  let frame: PixelBox
  let cell: Double
  let columns: Int
  let rows: Int
  /// Marks at first; after ``sum()`` how many lie above and to the left.
  private var counts: [Int32]

  init(frame: PixelBox, cell: Double) {
    self.frame = frame
    self.cell = cell
    columns = max(Int((frame.width / cell).rounded(.up)), 1)
    rows = max(Int((frame.height / cell).rounded(.up)), 1)
    counts = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
  }

  mutating func mark(column: Int, row: Int) {
    guard column >= 0, column < columns, row >= 0, row < rows else { return }
    counts[(row + 1) * (columns + 1) + column + 1] = 1
  }

  /// Marks the cells that a line goes through.
  mutating func mark(line: [PixelPoint]) {
    for (a, b) in zip(line, line.dropFirst()) {
      let steps = max(Int((a.distance(to: b) / cell * 1.5).rounded(.up)), 1)
      guard steps < 10_000 else { continue }
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let (x, y) = (a.x + (b.x - a.x) * part - frame.x, a.y + (b.y - a.y) * part - frame.y)
        mark(column: Int((x / cell).rounded(.down)), row: Int((y / cell).rounded(.down)))
      }
    }
  }

  /// To be called once, after the last mark.
  mutating func sum() {
    let width = columns + 1
    for row in 1...rows {
      var inRow: Int32 = 0
      for column in 1...columns {
        inRow += counts[row * width + column]
        counts[row * width + column] = counts[(row - 1) * width + column] + inRow
      }
    }
  }

  /// How many marked cells a box touches.
  func count(in box: PixelBox) -> Int {
    func clamp(_ value: Double, _ limit: Int) -> Int { min(max(Int(value.rounded(.down)), 0), limit) }
    let left = clamp((box.x - frame.x) / cell, columns)
    let right = clamp((box.right - frame.x) / cell + 1, columns)
    let top = clamp((box.y - frame.y) / cell, rows)
    let bottom = clamp((box.bottom - frame.y) / cell + 1, rows)
    let width = columns + 1
    return Int(
      counts[bottom * width + right] - counts[top * width + right] - counts[bottom * width + left]
        + counts[top * width + left])
  }
}
