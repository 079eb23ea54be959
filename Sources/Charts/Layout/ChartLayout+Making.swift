import Results

extension ChartLayout {
  /// Lays a chart out in a drawing of so many pixels: all panels of small multiples, or one frame of
  /// a slider. Text keeps its size of 12 px, so a narrow drawing is legible on a narrow screen.
  ///
  /// - Parameters:
  ///   - width: in pixels, at least 160.
  ///   - height: in pixels; more where a long legend needs it. Panels have their own.
  ///   - frame: which frame of a slider.
  ///   - colours: the colors of names that other charts show too.
  public init(
    _ chart: Chart, width: Double = 640, height: Double = 360, frame: Int = 0,
    colours: ColourNames = ColourNames()
  ) {
    let parts = chart.parts
    if chart.hasPanels {
      self.init(panelsOf: chart, width: max(160, width), colours)
    } else {
      let part = parts.indices.contains(frame) ? parts[frame] : ("", chart.whole)
      self.init(part: part, of: chart.whole, width: max(160, width), height: height, colours)
    }
  }

  /// A chart of one part; `whole` decides what does not change from frame to frame.
  private init(
    part: (title: String, chart: Chart), of whole: Chart, width: Double, height: Double,
    _ colours: ColourNames
  ) {
    let chart = part.chart
    let all = whole.series(in: whole, colours)
    let names = Names(all)
    let top = LegendRows(names.inLegend, ramp: Ramp(whole), width: width)
    let vertical = whole.verticalScale(ticks: max(2, Int((height - 60) / 50)))
    let named = names.atEnds.map(\.label) + whole.rules(vertical: false).map(\.label)
    var box = Box(
      left: Self.room(forLabelsOf: vertical, width: width), top: 8, right: width - 8, bottom: 0)
    box.right -= min(named.map(TextMetrics.width).max().map { $0 + 8 } ?? 0, width * 0.3)

    let horizontal: HorizontalAxis
    if whole.hasBars {
      horizontal = .categories(whole.categories)
    } else {
      let scale = whole.horizontalScale(ticks: max(2, Int(box.width / 80)))
      if !whole.has(.heat) { Self.makeRoom(in: &box, forEndsOf: scale, width: width) }
      horizontal = .numbers(scale)
    }
    let heading = Heading(whole, all, right: box.right, width: width)
    let ruleRows = RuleLabels(chart, horizontal, box: box, width: width)
    let ruleRoom = RuleLabels(whole, horizontal, box: box, width: width).height
    box.top += top.height + heading.height + ruleRoom
    let ticks = horizontal.ticks(from: box.left, to: box.right)
    let lines = ticks.map(\.lines.count).max() ?? 0
    let below = 16 + Double(max(1, lines)) * 14 + (chart.x.label.isEmpty ? 0 : 12)
    let height = max(height, box.top + Self.leastPlotHeight + below)
    box.bottom = height - below

    self.init(width: width, height: height, plot: box)
    horizontalTicks = ticks
    verticalTicks = self.ticks(of: vertical)
    legend = top.entries
    ramp = top.ramp
    fill(chart, in: whole, horizontal, vertical, colours)
    addCaptions(of: whole, heading, top: top.height)
    addRules(of: chart, ruleRows, horizontal, vertical)
    let ends = Set(names.atEnds.map(\.label))
    let here = Names(chart.series(in: whole, colours)).atEnds.filter { ends.contains($0.label) }
    addLineLabels(here, chart.rules(vertical: false), horizontal, vertical)
    readout = Readout(title: part.title, x: horizontal.scale, y: vertical)
    if drawings.allSatisfy(\.shapes.isEmpty) && rules.isEmpty { notice = "no data" }
  }

  /// Draws the marks into the plot.
  mutating func fill(
    _ chart: Chart, in whole: Chart, _ horizontal: HorizontalAxis, _ vertical: Scale,
    _ colours: ColourNames
  ) {
    let bars = whole.hasBars ? chart.marks.count { $0.kind == .bars } : 0
    hasGrid = !whole.has(.heat) && !whole.has(.regions)
    if hasGrid && vertical.low < 0 && vertical.high > 0 { zero = y(0, vertical) }
    if whole.has(.lines) { lineWidth = 2.5 }
    let heat = chart.marks.filter { $0.kind == .heat }
    drawings = heat.map { cells(of: $0, in: whole, horizontal, vertical) }
    drawings += chart.series(in: whole, colours).map {
      drawing($0, horizontal, vertical, bars: bars)
    }
    borders = chart.marks.flatMap { ClassGrid($0).borders }.flatMap {
      clipped(positions($0, horizontal, vertical)).map(Thinning.simplified)
    }
  }

  func ticks(of scale: Scale) -> [AxisTick] {
    var lowest = Double.infinity
    return scale.ticks.compactMap { tick in
      guard let place = y(tick.value, scale) else { return nil }
      guard let label = tick.label, lowest - place >= 12 || scale.reversed else {
        return AxisTick(position: place, lines: [])
      }
      lowest = place
      let words = TextMetrics.cut(Typography.minus(label), to: plot.left - 8)
      return AxisTick(position: place, lines: [words])
    }
  }

  /// Where a value is; nil when it has no place.
  func y(_ value: Double, _ scale: Scale) -> Double? {
    scale.fraction(value).map { plot.bottom - $0 * plot.height }
  }

  func x(_ value: Double, _ axis: HorizontalAxis) -> Double? {
    axis.fraction(value).map { plot.left + $0 * plot.width }
  }

  static let leastPlotHeight = 80.0

  init(width: Double, height: Double, plot: Box) {
    self.width = width
    self.height = height
    self.plot = plot
  }

  /// The room at the left for a scale's labels.
  static func room(forLabelsOf scale: Scale, width: Double) -> Double {
    let labels = scale.ticks.compactMap(\.label).map(Typography.minus)
    return min(labels.map(TextMetrics.width).max() ?? 0, width * 0.35) + 8
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
