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

  /// Joins two cells.
  mutating func join(_ index: Int, from: (column: Int, row: Int), to: (column: Int, row: Int)) {
    let (across, down) = (to.column - from.column, to.row - from.row)
    let steps = max(abs(across), abs(down), 1)
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      plot(
        index, column: from.column + Int((Double(across) * part).rounded()),
        row: from.row + Int((Double(down) * part).rounded()))
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
