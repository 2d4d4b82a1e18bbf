/// Boxes by the cells of a grid that they touch, for finding those near a box quickly.
struct PixelGrid {
  private let cell: Double
  private let originX: Double
  private let originY: Double
  private let columns: Int
  private let rows: Int
  private let boxes: [PixelBox]
  private var members: [[Int32]]

  init(_ boxes: [PixelBox]) {
    self.boxes = boxes
    let side = boxes.isEmpty ? 1 : boxes.map { max($0.width, $0.height) }.reduce(0, +) / Double(boxes.count)
    let west = boxes.map(\.x).min() ?? 0
    let top = boxes.map(\.y).min() ?? 0
    let width = (boxes.map(\.right).max() ?? 0) - west
    let height = (boxes.map(\.bottom).max() ?? 0) - top
    cell = max(side, 4, width / 256, height / 256)
    originX = west
    originY = top
    columns = Int(width / cell) + 1
    rows = Int(height / cell) + 1
    members = [[Int32]](repeating: [], count: columns * rows)
    for (index, box) in boxes.enumerated() {
      let range = self.range(of: box)
      for row in range.rows { for column in range.columns { members[row * columns + column].append(Int32(index)) } }
    }
  }

  private func range(of box: PixelBox) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    func clamp(_ value: Double, _ limit: Int) -> Int { min(max(Int(value), 0), limit - 1) }
    let left = clamp((box.x - originX) / cell, columns)
    let right = clamp((box.right - originX) / cell, columns)
    let top = clamp((box.y - originY) / cell, rows)
    let bottom = clamp((box.bottom - originY) / cell, rows)
    return (left...max(left, right), top...max(top, bottom))
  }

  /// Each box once that shares a cell with `box`; whether they really meet is for the caller to see.
  func forEach(meeting box: PixelBox, _ body: (Int) -> Void) {
    let range = range(of: box)
    for row in range.rows {
      for column in range.columns {
        for member in members[row * columns + column] {
          let own = self.range(of: boxes[Int(member)])
          // A box in several cells counts in the first that both share.
          if max(own.columns.lowerBound, range.columns.lowerBound) == column,
            max(own.rows.lowerBound, range.rows.lowerBound) == row
          {
            body(Int(member))
          }
        }
      }
    }
  }
}
