import Results

/// The legend's entries in rows from the left edge.
struct LegendRows {
  static let rowHeight = 18.0
  /// The width of a sample.
  static func sample(_ kind: Mark.Kind) -> Double {
    switch kind {
    case .line: 24
    case .bars: 12
    case .dots, .rule: 8
    }
  }

  static let gapAfterSample = 6.0
  private static let gapBetween = 18.0

  var entries: [ChartLayout.LegendEntry] = []
  var height = 0.0

  init(_ series: [Series], width: Double) {
    guard !series.isEmpty else { return }
    var x = 0.0
    var row = 0.0
    for one in series {
      let sample = Self.sample(one.kind)
      let room = width - sample - Self.gapAfterSample
      let label = TextMetrics.cut(one.label, to: room)
      let length = sample + Self.gapAfterSample + TextMetrics.width(label)
      if x > 0 && x + length > width { (x, row) = (0, row + 1) }
      entries.append(
        .init(
          label: label, style: SeriesStyle(index: one.index), kind: one.kind,
          position: Position(x: x, y: row * Self.rowHeight + Self.rowHeight / 2)))
      x += length + Self.gapBetween
    }
    height = (row + 1) * Self.rowHeight + 4
  }
}
