extension ChartLayout {
  /// Half the height of figures: moves a base line so that text is centred.
  static let halfFigure = 4.2

  /// Grid, ticks and axis labels. They repeat what the description says.
  func drawAxes(in svg: inout SVGWriter) {
    svg.start("g", ["class": "chart-axes", "aria-hidden": "true", "shape-rendering": "crispEdges"])
    let heights = verticalTicks.filter { !$0.lines.isEmpty }.map(\.position)
    if hasGrid {
      svg.element(
        "path",
        [
          "fill": "none", "stroke": "currentColor", "stroke-opacity": "0.14",
          "d": heights.map { horizontal($0, from: plot.left) }.joined(),
        ])
    }
    let minor = verticalTicks.filter(\.lines.isEmpty).map(\.position)
    let ticks =
      horizontalTicks.map(tickPath) + minor.map { horizontal($0, from: plot.left, length: 4) }
    let lines = [zero, plot.bottom].compactMap { $0 }.map { horizontal($0, from: plot.left) }
    svg.element(
      "path",
      [
        "fill": "none", "stroke": "currentColor", "stroke-opacity": "0.55",
        "d": (lines + ticks).joined(),
      ])
    for tick in verticalTicks {
      for line in tick.lines where !line.isEmpty {
        let place = Position(x: plot.left - 8, y: tick.position + Self.halfFigure)
        svg.words(line, at: place, anchor: "end")
      }
    }
    for tick in horizontalTicks {
      for (row, line) in tick.lines.enumerated() where !line.isEmpty {
        let place = Position(x: tick.position, y: plot.bottom + 18 + 14 * Double(row))
        svg.words(line, at: place, anchor: "middle")
      }
    }
    drawCaptions(in: &svg)
    svg.close()
  }

  /// The axes' labels.
  func drawCaptions(in svg: inout SVGWriter) {
    for label in captions {
      svg.words(label.text, at: label.position, anchor: label.endsThere ? "end" : "start")
    }
  }

  private func horizontal(_ y: Double, from x: Double, length: Double? = nil) -> String {
    "M\(Position(x: x, y: y).path)h\(SVGWriter.number(length ?? plot.width))"
  }

  private func tickPath(_ tick: AxisTick) -> String {
    "M\(Position(x: tick.position, y: plot.bottom).path)v\(tick.lines.isEmpty ? 3 : 5)"
  }
}
