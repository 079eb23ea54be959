extension ChartLayout {
  func drawLegend(in svg: inout SVGWriter) {
    for entry in legend {
      svg.start("g", ["class": entry.style.colourClass])
      let (x, y) = (entry.position.x, entry.position.y)
      let right = x + LegendRows.sample(entry.kind)
      switch entry.kind {
      case .line:
        let ends = [entry.position, Position(x: right, y: y)]
        drawLine(ends, dashes: entry.style.dashes, in: &svg)
      case .bars:
        let box = Box(left: x, top: y - 6, right: right, bottom: y + 6)
        drawBars([box], entry.style, in: &svg)
      case .dots, .rule:
        drawDots([Position(x: (x + right) / 2, y: y)], entry.style, in: &svg)
      }
      let place = Position(
        x: right + LegendRows.gapAfterSample, y: y + Self.halfFigure)
      draw(entry.label, at: place, in: &svg)
      svg.close()
    }
  }

  func drawLineLabels(in svg: inout SVGWriter) {
    for label in lineLabels {
      svg.start("g", ["class": label.style?.colourClass ?? "reference"])
      let (end, start) = (label.end, label.position)
      // A thin line leads from the end of what is named to a name that is not beside it.
      if start.x - end.x > 20 || abs(start.y - end.y) > 5 {
        let leader = [
          Position(x: end.x + 2, y: end.y), Position(x: start.x - 2, y: start.y),
        ]
        svg.element(
          "path",
          [
            "fill": "none", "stroke": "currentColor", "stroke-width": "0.75",
            "stroke-opacity": "0.6", "d": leader.path,
          ])
      }
      draw(label.text, at: Position(x: start.x, y: start.y + Self.halfFigure), in: &svg)
      svg.close()
    }
  }
}
