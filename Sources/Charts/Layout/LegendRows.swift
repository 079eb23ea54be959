import Results

/// What stands above the plots: the legend's entries in rows from the left edge.
struct LegendRows {
  static let rowHeight = 18.0
  /// The width of a sample.
  static func sample(_ kind: Mark.Kind) -> Double {
    switch kind {
    case .line, .steps, .lines: 24
    case .bars, .histogram, .regions: 12
    case .dots, .rule, .heat, .images: 8
    }
  }

  static let gapAfterSample = 6.0
  private static let gapBetween = 18.0

  var entries: [ChartLayout.LegendEntry] = []
  var ramp: ChartLayout.Ramp?
  var height = 0.0

  /// The entries of some series, or the ramp of a heat map.
  init(_ series: [Series], ramp: ChartLayout.Ramp? = nil, width: Double) {
    self.ramp = ramp
    if ramp != nil { height = Self.rowHeight + 4 }
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
