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
      chart.y.label, arrow: chart.y.reversed ? "↓" : "↑", arrowFirst: true)
    label = words.isEmpty ? "" : TextMetrics.cut(words + chart.y.unit.remark, to: width)
    note = TextMetrics.cut(Self.meanings(series).joined(separator: "; "), to: right)
    let room = right - TextMetrics.width(note) - 16
    let isShared = label.isEmpty || note.isEmpty || TextMetrics.width(label) <= room
    height = label.isEmpty && note.isEmpty ? 0 : Self.rowHeight * (isShared ? 1 : 2)
  }

  /// The base lines below the heading's top.
  var labelBase: Double { height - 6 }
  var noteBase: Double { Self.rowHeight - 6 }

  /// `band: range of 5 seeds`, each once.
  private static func meanings(_ series: [Series]) -> [String] {
    series.reduce(into: []) { known, one in
      let meaning = "\(one.kind == .line ? "band" : "whiskers"): \(one.band)"
      if !one.band.isEmpty && !known.contains(meaning) { known.append(meaning) }
    }
  }
}
