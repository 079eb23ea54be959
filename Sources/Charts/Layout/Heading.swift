import Results

/// The words above the plot: the vertical axis' label at the left and, at the right, what bands and
/// whiskers mean. In one row where both fit, else the meaning above the label.
struct Heading {
  private static let rowHeight = 18.0

  var label: String
  var note: String
  var height: Double

  init(_ chart: Chart, _ series: [Series], right: Double, width: Double) {
    let words = Typography.axisLabel(
      chart.y.label, arrow: chart.verticalArrow, arrowFirst: true)
    label = words.isEmpty ? "" : TextMetrics.cut(words + chart.y.unit.remark, to: width)
    note = TextMetrics.cut(Self.meanings(chart, series).joined(separator: "; "), to: right)
    let room = right - TextMetrics.width(note) - 16
    let isShared = label.isEmpty || note.isEmpty || TextMetrics.width(label) <= room
    height = label.isEmpty && note.isEmpty ? 0 : Self.rowHeight * (isShared ? 1 : 2)
  }

  /// The base lines below the heading's top.
  var labelBase: Double { height - 6 }
  var noteBase: Double { Self.rowHeight - 6 }

  /// `band: range of 5 seeds` and what else must be known, each once.
  private static func meanings(_ chart: Chart, _ series: [Series]) -> [String] {
    let bands = series.filter { !$0.band.isEmpty }.map {
      "\($0.kind.isLine ? "band" : "whiskers"): \($0.band)"
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
