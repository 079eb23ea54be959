import Results

extension ChartLayout {
  private static let gap = 28.0
  private static let titleHeight = 20.0

  /// Lays out small multiples: plots of one size with the same scales, whose labels stand at the
  /// left and below only, under one legend.
  init(panelsOf chart: Chart, width: Double, _ colours: ColourNames) {
    let whole = chart.whole
    let parts = chart.parts
    let series = whole.series(in: whole, colours)
    let names = Names(series)
    let top = LegendRows(names.isSaidElsewhere ? [] : names.all, ramp: Ramp(whole), width: width)
    let heading = Heading(whole, series, right: width - 8, width: width)
    let isSquare = whole.has(.regions) || whole.has(.heat)
    let vertical = whole.verticalScale(ticks: 3)
    let left = Self.room(forLabelsOf: vertical, width: width)
    let grid = PanelGrid(
      count: parts.count, width: width - left - 8, gap: Self.gap, isSquare: isSquare)
    let horizontal: HorizontalAxis =
      whole.hasBars
      ? .categories(whole.categories)
      : .numbers(whole.horizontalScale(ticks: max(2, Int(grid.plotWidth / 60))))
    let above =
      parts.map { part in
        RuleLabels(part.chart, horizontal, box: grid.box(0), width: grid.plotWidth).height
      }.max() ?? 0
    let lines = horizontal.ticks(from: 0, to: grid.plotWidth).map(\.lines.count).max() ?? 0
    let start = top.height + heading.height
    let ticksBelow = 10 + Double(max(1, lines)) * 14
    let rowHeight = Self.titleHeight + above + grid.plotHeight + ticksBelow
    let height =
      start + rowHeight * Double(grid.rows) + (chart.x.label.isEmpty ? 4 : 16)

    self.init(
      width: width, height: height,
      plot: Box(left: left, top: start, right: width - 8, bottom: height))
    legend = top.entries
    ramp = top.ramp
    addCaptions(of: whole, heading, top: top.height)
    panels = parts.enumerated().map { index, part in
      var box = grid.box(index)
      let offset = start + Double(index / grid.columns) * rowHeight + Self.titleHeight + above
      (box.left, box.right) = (box.left + left, box.right + left)
      (box.top, box.bottom) = (offset, offset + grid.plotHeight)
      let isLeft = index % grid.columns == 0
      let isLowest = index + grid.columns >= parts.count
      return Self.panel(
        part, of: whole, horizontal, vertical, colours, box: box,
        titleHeight: Self.titleHeight + above, isLeft: isLeft, isLowest: isLowest,
        isFirst: index == 0)
    }
  }

  /// Ticks of which no label comes near one of the next panel's.
  private static func apart(_ ticks: [AxisTick], _ box: Box, _ isLeft: Bool) -> [AxisTick] {
    func over(_ tick: AxisTick) -> (left: Double, right: Double) {
      let reach = tick.lines.map(TextMetrics.width).max().map { $0 / 2 } ?? 0
      return (box.left - tick.position + reach, tick.position + reach - box.right)
    }
    let far = (ticks.map { over($0).left }.max() ?? 0) + (ticks.map { over($0).right }.max() ?? 0)
    if far + 8 <= gap { return ticks }
    return ticks.map { tick in
      let (left, right) = over(tick)
      let most = (gap - 8) / 2
      return right <= most && (left <= most || isLeft) ? tick : tick.bare
    }
  }

  private static func panel(
    _ part: (title: String, chart: Chart), of whole: Chart, _ horizontal: HorizontalAxis,
    _ vertical: Scale, _ colours: ColourNames, box: Box, titleHeight: Double, isLeft: Bool,
    isLowest: Bool, isFirst: Bool
  ) -> ChartLayout {
    var panel = ChartLayout(width: box.right, height: box.bottom, plot: box)
    panel.horizontalTicks = apart(horizontal.ticks(from: box.left, to: box.right), box, isLeft)
    panel.verticalTicks = panel.ticks(of: vertical)
    if !isLowest { panel.horizontalTicks = panel.horizontalTicks.map(\.bare) }
    if !isLeft { panel.verticalTicks = panel.verticalTicks.map(\.bare) }
    panel.fill(part.chart, in: whole, horizontal, vertical, colours)
    panel.addRules(
      of: part.chart,
      RuleLabels(part.chart, horizontal, box: box, width: box.right), horizontal, vertical)
    if isFirst { panel.nameRules(whole.rules(vertical: false), vertical) }
    panel.title = Caption(
      text: TextMetrics.cut(part.title, to: box.width),
      position: Position(x: box.left, y: box.top - titleHeight + 12))
    panel.readout = Readout(title: part.title, x: horizontal.scale, y: vertical)
    if panel.drawings.allSatisfy(\.shapes.isEmpty) && panel.rules.isEmpty {
      panel.notice = "no data"
    }
    return panel
  }
}

extension ChartLayout {
  /// Names horizontal reference lines above their right ends.
  fileprivate mutating func nameRules(_ named: [(value: Double, label: String)], _ scale: Scale) {
    for rule in named where !rule.label.isEmpty {
      guard let height = y(rule.value, scale),
        let i = rules.firstIndex(where: { $0.start.y == height && $0.end.y == height })
      else { continue }
      rules[i].label = Caption(
        text: TextMetrics.cut(rule.label, to: plot.width),
        position: Position(x: plot.right, y: height - 4), endsThere: true)
    }
  }
}

/// The places of small multiples in rows and columns.
struct PanelGrid {
  let columns: Int
  let rows: Int
  let plotWidth: Double
  let plotHeight: Double
  private let gap: Double

  /// - Parameter width: what all columns share.
  init(count: Int, width: Double, gap: Double, isSquare: Bool) {
    let most = max(1, min(4, Int((width + gap) / (130 + gap))))
    rows = max(1, (count + most - 1) / most)
    columns = max(1, (count + rows - 1) / rows)
    plotWidth = max(40, (width - gap * Double(columns - 1)) / Double(columns))
    plotHeight = isSquare ? min(plotWidth, 320) : min(max(plotWidth * 0.8, 110), 240)
    self.gap = gap
  }

  /// The horizontal place of a panel.
  func box(_ index: Int) -> Box {
    let start = Double(index % columns) * (plotWidth + gap)
    return Box(left: start, top: 0, right: start + plotWidth, bottom: plotHeight)
  }
}
