import Results

extension ChartLayout {
  /// The least distance between the middles of two names.
  static let labelGap = 14.0

  mutating func addRules(
    of chart: Chart, _ labels: RuleLabels, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) {
    for place in labels.places {
      let base = plot.top + RuleLabels.baseLine(of: place.row)
      let caption = Caption(
        text: place.text, position: Position(x: place.x, y: base), endsThere: place.endsThere)
      rules.append(
        Rule(
          start: Position(x: place.x, y: place.text.isEmpty ? plot.top : base + 3),
          end: Position(x: place.x, y: plot.bottom), label: place.text.isEmpty ? nil : caption))
    }
    for rule in chart.rules(vertical: false) {
      guard let y = self.y(rule.value, vertical) else { continue }
      rules.append(
        Rule(start: Position(x: plot.left, y: y), end: Position(x: plot.right, y: y), label: nil))
    }
  }

  /// Names the lines and the horizontal rules in the right margin, moved apart. A line that ends
  /// well before the margin has its name there: a long leader would look like data.
  mutating func addLineLabels(
    _ named: [Series], _ rules: [(value: Double, label: String)], _ horizontal: HorizontalAxis,
    _ vertical: Scale
  ) {
    var labels: [LineLabel] = []
    for line in named {
      let ends = lines(line, horizontal, vertical).flatMap { $0 }
      guard let end = ends.max(by: { $0.x < $1.x }) else { continue }
      let style = SeriesStyle(index: line.index)
      labels.append(LineLabel(lines: [line.label], style: style, end: end, position: end))
    }
    for rule in rules where !rule.label.isEmpty {
      guard let y = self.y(rule.value, vertical) else { continue }
      let end = Position(x: plot.right, y: y)
      labels.append(LineLabel(lines: [rule.label], style: nil, end: end, position: end))
    }
    let inMargin = labels.indices.filter { !endsEarly(labels[$0]) }
    for i in labels.indices where endsEarly(labels[i]) { labels[i].position.x += 8 }
    // All names stand beside the line that reaches farthest.
    let left = (inMargin.map { labels[$0].end.x }.max() ?? plot.right) + 8
    for i in inMargin { labels[i].lines = wrapped(labels[i].lines[0], to: width - left) }
    let rows = inMargin.map { labels[$0].lines.count }.max() ?? 1
    let heights = Spacing.spread(
      inMargin.map { labels[$0].end.y },
      gap: Self.labelGap + Double(rows - 1) * LineLabel.lineHeight, in: plot.top...plot.bottom)
    for (i, height) in zip(inMargin, heights) {
      labels[i].position = Position(x: left, y: height)
    }
    lineLabels = labels
  }

  /// A name in two lines where one has no room.
  private func wrapped(_ name: String, to room: Double) -> [String] {
    TextMetrics.wrap(name, to: room, lines: TextMetrics.width(name) <= room ? 1 : 2)
  }

  /// Whether a line's end is far from the margin and has room for the name beside it.
  private func endsEarly(_ label: LineLabel) -> Bool {
    plot.right - label.end.x > (plot.right - plot.left) / 8
      && label.end.x + 8 + TextMetrics.width(label.lines[0]) <= plot.right
  }

  /// The places of points in the units of the axes.
  func positions(
    _ points: [Position], _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> [Position] {
    points.compactMap { point in
      guard let x = x(point.x, horizontal), let y = y(point.y, vertical) else { return nil }
      return Position(x: x, y: y)
    }
  }
}
