import Results

/// The names of the vertical reference lines, in rows above the plot. A name starts at its line, or
/// ends there where the drawing's edge is near.
struct RuleLabels {
  private static let rowHeight = 15.0

  /// Horizontal place, row from the top and words.
  var places: [(x: Double, row: Int, text: String, endsThere: Bool)] = []
  var height = 0.0

  init(_ chart: Chart, _ axis: HorizontalAxis, box: Box, width: Double) {
    var taken: [(span: ClosedRange<Double>, row: Int)] = []
    // From the right, so that a name reaches over the lines at its right, which end below it.
    let rules = chart.rules(vertical: true).compactMap { rule in
      axis.fraction(rule.value).map { (x: box.left + $0 * box.width, label: rule.label) }
    }
    for (x, label) in rules.sorted(by: { $0.x > $1.x }) {
      let text = TextMetrics.cut(label, to: max(x, width - x))
      let length = TextMetrics.width(text)
      let endsThere = x + length > width
      let span = endsThere ? x - length...x : x...x + length + 8
      let row = taken.filter { $0.span.overlaps(span) }.map { $0.row + 1 }.max() ?? 0
      taken.append((span, row))
      places.append((x, row, text, endsThere))
    }
    let rows = (places.filter { !$0.text.isEmpty }.map(\.row).max() ?? -1) + 1
    height = rows > 0 ? Double(rows) * Self.rowHeight + 2 : 0
  }

  /// The base line of a row, measured from the plot's top.
  static func baseLine(of row: Int) -> Double { -6 - Double(row) * rowHeight }
}
