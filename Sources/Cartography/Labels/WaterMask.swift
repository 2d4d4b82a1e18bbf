/// Where in a frame there is water and nothing else, in cells of a few pixels.
struct WaterMask {
  private let frame: PixelBox
  private let cell: Double
  private let columns: Int
  private let rows: Int
  /// How many cells of land lie above and to the left, for counting those in a box with four look-ups.
  private var sums: [Int32]

  /// - Parameters:
  ///   - land: closed rings; what is inside an odd number of them is land.
  ///   - lakes: rings of water in the land.
  init(frame: PixelBox, land: [[PixelPoint]], lakes: [[PixelPoint]], cell: Double) {
    self.frame = frame
    self.cell = cell
    columns = max(Int((frame.width / cell).rounded(.up)), 1)
    rows = max(Int((frame.height / cell).rounded(.up)), 1)
    let crossings = Self.crossings(land, rows: rows, frame: frame, cell: cell)
    let lakeCrossings = Self.crossings(lakes, rows: rows, frame: frame, cell: cell)
    sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var isLand = [Bool](repeating: false, count: columns)
      Self.toggle(&isLand, crossings[row], frame, cell)
      Self.toggle(&isLand, lakeCrossings[row], frame, cell)
      var inRow: Int32 = 0
      for column in 0..<columns {
        if isLand[column] { inRow += 1 }
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + inRow
      }
    }
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
  func isWater(_ box: PixelBox) -> Bool {
    guard frame.contains(box) else { return false }
    let left = Int((box.x - frame.x) / cell)
    let right = min(Int((box.right - frame.x) / cell) + 1, columns)
    let top = Int((box.y - frame.y) / cell)
    let bottom = min(Int((box.bottom - frame.y) / cell) + 1, rows)
    let width = columns + 1
    return sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
      + sums[top * width + left] == 0
  }
}
