import Results

extension ChartLayout {
  /// Lays a chart out in a drawing of so many pixels. Text keeps its size of 12 px, so a narrow
  /// drawing is legible on a narrow screen.
  ///
  /// - Parameters:
  ///   - width: in pixels, at least 160.
  ///   - height: in pixels; more where a long legend needs it.
  public init(_ chart: Chart, width: Double = 640, height: Double = 360) {
    let width = max(160, width)
    let series = chart.series
    let names = Names(series)
    let legendRows = LegendRows(names.inLegend, width: width)
    let vertical = chart.verticalScale(ticks: max(2, Int((height - 60) / 50)))
    let tickWidth =
      vertical.ticks.compactMap(\.label).map(Typography.minus).map(TextMetrics.width).max() ?? 0
    let named = names.atEnds.map(\.label) + chart.rules(vertical: false).map(\.label)
    var box = Box(left: tickWidth + 8, top: 8, right: width - 8, bottom: 0)
    box.right -= min(named.map(TextMetrics.width).max().map { $0 + 8 } ?? 0, width * 0.3)

    let horizontal: HorizontalAxis
    if chart.hasBars {
      horizontal = .categories(chart.categories)
    } else {
      let scale = chart.horizontalScale(ticks: max(2, Int(box.width / 80)))
      Self.makeRoom(in: &box, forEndsOf: scale, width: width)
      horizontal = .numbers(scale)
    }
    let heading = Heading(chart, series, right: box.right, width: width)
    let ruleRows = RuleLabels(chart, horizontal, box: box, width: width)
    box.top += legendRows.height + heading.height + ruleRows.height
    let ticks = horizontal.ticks(from: box.left, to: box.right)
    let lines = ticks.map(\.lines.count).max() ?? 0
    let below = 16 + Double(max(1, lines)) * 14 + (chart.x.label.isEmpty ? 0 : 12)
    let height = max(height, box.top + Self.leastPlotHeight + below)
    box.bottom = height - below

    self.init(width: width, height: height, plot: box)
    horizontalTicks = ticks
    verticalTicks = vertical.ticks.compactMap { tick in
      let label = tick.label.map { [Typography.minus($0)] } ?? []
      return self.y(tick.value, vertical).map { AxisTick(position: $0, lines: label) }
    }
    if vertical.low < 0 && vertical.high > 0 { zero = self.y(0, vertical) }
    legend = legendRows.entries
    let bars = series.count { $0.kind == .bars }
    drawings = series.map { drawing($0, horizontal, vertical, bars: bars) }
    addCaptions(of: chart, heading, top: legendRows.height)
    addRules(of: chart, ruleRows, horizontal, vertical)
    addLineLabels(names.atEnds, chart.rules(vertical: false), horizontal, vertical)
    if series.allSatisfy(\.runs.isEmpty) && rules.isEmpty { notice = "no data" }
  }

  /// Where a value is; nil when it has no place.
  func y(_ value: Double, _ scale: Scale) -> Double? {
    scale.fraction(value).map { plot.bottom - $0 * plot.height }
  }

  func x(_ value: Double, _ axis: HorizontalAxis) -> Double? {
    axis.fraction(value).map { plot.left + $0 * plot.width }
  }

  private static let leastPlotHeight = 80.0

  private init(width: Double, height: Double, plot: Box) {
    self.width = width
    self.height = height
    self.plot = plot
  }

  /// The labels of the outer ticks are centred on them: they must not leave the drawing.
  private static func makeRoom(in box: inout Box, forEndsOf scale: Scale, width: Double) {
    for tick in scale.ticks {
      guard let label = tick.label, let fraction = scale.fraction(tick.value) else { continue }
      let half = TextMetrics.width(Typography.minus(label)) / 2
      if fraction < 0.02 { box.left = max(box.left, half) }
      if fraction > 0.98 { box.right = min(box.right, width - half) }
    }
  }
}
