/// A horizontal bar of block characters, exact to an eighth of a character.
struct BarStrip {
  private static let eighths: [Character] = Array(" ▏▎▍▌▋▊▉█")
  private var cells: [Character]

  /// The bar between two fractions of a strip. A bar that starts inside the strip (a negative one)
  /// has its start rounded to half a character, for which alone there is a sign.
  init(from start: Double, to end: Double, width: Int) {
    let (low, high) = (min(start, end), max(start, end))
    let first = Int((low * Double(width) * 2).rounded())
    let last = Int((high * Double(width) * 8).rounded())
    cells = (0..<width).map { column in
      if column == first / 2 && first % 2 == 1 { return last > 8 * column + 4 ? "▐" : " " }
      if column < first / 2 { return " " }
      return Self.eighths[min(max(last - 8 * column, 0), 8)]
    }
  }

  /// Marks a reference value where the bar does not reach it.
  mutating func mark(_ fraction: Double) {
    let column = min(max(Int(fraction * Double(cells.count)), 0), cells.count - 1)
    if cells.indices.contains(column) && cells[column] == " " { cells[column] = Glyph.verticalRule }
  }

  var text: String { String(cells) }
}
