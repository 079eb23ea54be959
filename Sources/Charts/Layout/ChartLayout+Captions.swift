import Results

extension ChartLayout {
  /// Writes the axes' labels and the meaning of bands. The vertical label starts at the drawing's
  /// edge, where the page's text starts.
  mutating func addCaptions(of chart: Chart, _ heading: Heading, top: Double) {
    if !heading.label.isEmpty {
      let place = Position(x: 0, y: top + heading.labelBase)
      captions.append(Caption(text: heading.label, position: place))
    }
    notes = heading.notes.enumerated().map { row, words in
      let place = Position(x: plot.right, y: top + heading.noteBase(row))
      return Caption(text: words, position: place, endsThere: true)
    }
    if !chart.x.label.isEmpty {
      let isReversed = chart.horizontalArrow == "←"
      let words = Typography.axisLabel(
        chart.x.label + (chart.hasBars ? "" : chart.x.unit.remark),
        arrow: chart.horizontalArrow, arrowFirst: isReversed)
      captions.append(
        Caption(
          text: TextMetrics.cut(words, to: plot.width),
          position: Position(x: isReversed ? plot.left : plot.right, y: height - 4),
          endsThere: !isReversed))
    }
  }
}
