extension ChartLayout {
  func drawLegend(in svg: inout SVGWriter) {
    for entry in legend {
      svg.start("g", ["class": entry.style.colourClass])
      let (x, y) = (entry.position.x, entry.position.y)
      let right = x + LegendRows.sample(entry.kind)
      switch entry.kind {
      case .line, .steps:
        let ends = [entry.position, Position(x: right, y: y)]
        drawLine(ends, dashes: entry.style.dashes, in: &svg)
      case .lines:
        drawThinLines(
          [-3.0, 0, 3].map { [Position(x: x, y: y + $0), Position(x: right, y: y + $0)] }, in: &svg)
      case .histogram:
        let box = Box(left: x, top: y - 6, right: right, bottom: y + 6)
        drawOutline(box.corners, entry.style, in: &svg)
      case .regions:
        let box = Box(left: x, top: y - 6, right: right, bottom: y + 6)
        drawAreas([box.corners], entry.style, in: &svg)
      case .bars:
        let box = Box(left: x, top: y - 6, right: right, bottom: y + 6)
        drawBars([box], entry.style, in: &svg)
      case .dots, .rule, .heat, .images:
        drawDots([Position(x: (x + right) / 2, y: y)], entry.style, in: &svg)
      }
      let place = Position(
        x: right + LegendRows.gapAfterSample, y: y + Self.halfFigure)
      svg.words(entry.label, at: place)
      svg.close()
    }
  }

  func drawLineLabels(in svg: inout SVGWriter) {
    for label in lineLabels {
      svg.start("g", ["class": label.style?.colourClass ?? "reference"])
      let (end, start) = (label.end, label.position)
      // A dotted line leads from the end of what is named to a name that is not beside it.
      if start.x - end.x > 20 || abs(start.y - end.y) > 5 {
        let leader = [
          Position(x: end.x + 2, y: end.y), Position(x: start.x - 2, y: start.y),
        ]
        svg.element(
          "path",
          [
            "fill": "none", "stroke": "currentColor", "stroke-width": "0.75",
            "stroke-dasharray": "1 2.5", "d": leader.path,
          ])
      }
      let top = start.y - Double(label.lines.count - 1) * LineLabel.lineHeight / 2
      for (row, line) in label.lines.enumerated() {
        let base = top + Double(row) * LineLabel.lineHeight + Self.halfFigure
        svg.words(line, at: Position(x: start.x, y: base))
      }
      svg.close()
    }
  }
}
