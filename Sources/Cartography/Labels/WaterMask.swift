/// Where in a frame there is water and nothing else, in cells of a few pixels.
struct WaterMask {
  private let frame: PixelBox
  private let land: CellCounts

  /// - Parameters:
  ///   - land: closed rings; what is inside an odd number of them is land.
  ///   - lakes: rings of water in the land.
  init(frame: PixelBox, land: [[PixelPoint]], lakes: [[PixelPoint]], cell: Double) {
    self.frame = frame
    var counts = CellCounts(frame: frame, cell: cell)
    let crossings = Self.crossings(land, rows: counts.rows, frame: frame, cell: cell)
    let lakeCrossings = Self.crossings(lakes, rows: counts.rows, frame: frame, cell: cell)
    for row in 0..<counts.rows {
      var isLand = [Bool](repeating: false, count: counts.columns)
      Self.toggle(&isLand, crossings[row], frame, cell)
      Self.toggle(&isLand, lakeCrossings[row], frame, cell)
      for column in isLand.indices where isLand[column] { counts.mark(column: column, row: row) }
    }
    counts.sum()
    self.land = counts
  }

  private static func crossings(_ rings: [[PixelPoint]], rows: Int, frame: PixelBox, cell: Double) -> [[Double]] {
    var crossings = [[Double]](repeating: [], count: rows)
    for ring in rings {
      guard var previous = ring.last else { continue }
      for point in ring {
        let (top, bottom) = (min(previous.y, point.y), max(previous.y, point.y))
        let first = max(Int(((top - frame.y) / cell - 0.5).rounded(.up)), 0)
        let last = min(Int(((bottom - frame.y) / cell - 0.5).rounded(.up)) - 1, rows - 1)
        if first <= last {
          for row in first...last {
            let y = frame.y + (Double(row) + 0.5) * cell
            crossings[row].append(previous.x + (y - previous.y) / (point.y - previous.y) * (point.x - previous.x))
          }
        }
        previous = point
      }
    }
    return crossings.map { $0.sorted() }
  }

  private static func toggle(_ cells: inout [Bool], _ crossings: [Double], _ frame: PixelBox, _ cell: Double) {
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let first = max(Int(((crossings[index] - frame.x) / cell - 0.5).rounded(.up)), 0)
      let last = min(Int(((crossings[index + 1] - frame.x) / cell - 0.5).rounded(.down)), cells.count - 1)
      if first <= last { for column in first...last { cells[column].toggle() } }
    }
  }

  /// True where the whole box is in the frame and on water.
  func isWater(_ box: PixelBox) -> Bool { frame.contains(box) && land.count(in: box) == 0 }
}
