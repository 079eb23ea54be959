import Results

/// The words above the plot: the vertical axis' label at the left and, at the right, what bands and
/// whiskers mean. In one row where both fit, else the meaning above the label.
struct Heading {
  private static let rowHeight = 18.0

  /// Narrow drawings have the note in more lines, never in part.
  private static let mostLines = 4

  var label: String
  var notes: [String]
  var height: Double

  init(_ chart: Chart, _ series: [Series], right: Double, width: Double) {
    let words = Typography.axisLabel(
      chart.y.label, arrow: chart.verticalArrow, arrowFirst: true)
    label = words.isEmpty ? "" : TextMetrics.cut(words + chart.y.unit.remark, to: width)
    notes = TextMetrics.wrap(
      Self.meanings(chart, series).joined(separator: "; "), to: right, lines: Self.mostLines)
    let room = right - (notes.last.map { TextMetrics.width($0) + 16 } ?? 0)
    let isShared = TextMetrics.width(label) <= room
    let rows = notes.count + (label.isEmpty || isShared && !notes.isEmpty ? 0 : 1)
    height = Self.rowHeight * Double(rows)
  }

  /// The base lines below the heading's top.
  var labelBase: Double { height - 6 }
  func noteBase(_ row: Int) -> Double { Self.rowHeight * Double(row + 1) - 6 }

  /// `band: range of 5 seeds` and what else must be known, each once.
  private static func meanings(_ chart: Chart, _ series: [Series]) -> [String] {
    let banded = series.filter { !$0.band.isEmpty }
    let bands = banded.map { one in
      let isLine = banded.filter { $0.band == one.band }.map(\.kind.isLine)
      let shapes =
        (isLine.contains(true) ? ["band"] : []) + (isLine.contains(false) ? ["whiskers"] : [])
      return "\(shapes.joined(separator: ", ")): \(one.band)"
    }
    let notes =
      chart.marks.compactMap(\.note) + chart.remarks(on: series)
    return (bands + notes).reduce(into: []) { known, next in
      if !known.contains(next) { known.append(next) }
    }
  }
}

extension Chart {
  /// The sign along which values grow; rows of names have none.
  var verticalArrow: String {
    if let heat = marks.first(where: { $0.kind == .heat }) { return heat.y.isEmpty ? "" : "↑" }
    return y.reversed ? "↓" : "↑"
  }

  /// The horizontal one.
  var horizontalArrow: String {
    if let heat = marks.first(where: { $0.kind == .heat }) { return heat.x.isEmpty ? "" : "→" }
    return hasBars ? "" : x.reversed ? "←" : "→"
  }
}
