/// Cells that series, bands and rules are drawn on, from the top left.
struct TextCanvas {
  let width: Int
  let height: Int
  private var ground: [Character]
  private var series: [[Int]]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    ground = .init(repeating: " ", count: width * height)
    series = .init(repeating: [], count: width * height)
  }

  /// The column of a fraction of the width.
  func column(_ fraction: Double) -> Int { cell(fraction, of: width) }

  /// The row of a fraction of the height, which is counted from below.
  func row(_ fraction: Double) -> Int { height - 1 - cell(fraction, of: height) }

  /// The fractions that are on the canvas.
  static let frame = Box(left: 0, top: 0, right: 1, bottom: 1)

  /// The fraction in the middle of a column or row.
  func middle(ofColumn column: Int) -> Double { Double(column) / Double(max(1, width - 1)) }
  func middle(ofRow row: Int) -> Double { 1 - Double(row) / Double(max(1, height - 1)) }

  /// Puts a sign on the ground; only where nothing is yet.
  mutating func lay(_ sign: Character, column: Int, row: Int) {
    let i = row * width + column
    if ground[i] == " " { ground[i] = sign }
  }

  /// Puts a series' sign.
  mutating func plot(_ index: Int, column: Int, row: Int) {
    let i = row * width + column
    if !series[i].contains(index) { series[i].append(index) }
  }

  /// Joins two cells with a series' sign.
  mutating func join(_ index: Int, from: (column: Int, row: Int), to: (column: Int, row: Int)) {
    for cell in Self.path(from, to) { plot(index, column: cell.column, row: cell.row) }
  }

  /// Joins two cells on the ground.
  mutating func lay(
    _ sign: Character, from: (column: Int, row: Int), to: (column: Int, row: Int)
  ) {
    for cell in Self.path(from, to) { lay(sign, column: cell.column, row: cell.row) }
  }

  private static func path(
    _ from: (column: Int, row: Int), _ to: (column: Int, row: Int)
  ) -> [(column: Int, row: Int)] {
    let (across, down) = (to.column - from.column, to.row - from.row)
    let steps = max(abs(across), abs(down), 1)
    return (0...steps).map { step in
      let part = Double(step) / Double(steps)
      return (
        from.column + Int((Double(across) * part).rounded()),
        from.row + Int((Double(down) * part).rounded())
      )
    }
  }

  /// The rows as text. Series that share a cell take turns from column to column.
  var rows: [String] {
    (0..<height).map { row in
      String(
        (0..<width).map { column in
          let owners = series[row * width + column]
          return owners.isEmpty
            ? ground[row * width + column] : Glyph.series(owners[column % owners.count])
        })
    }
  }

  private func cell(_ fraction: Double, of count: Int) -> Int {
    min(max(Int((fraction * Double(count - 1)).rounded()), 0), count - 1)
  }
}
