extension ChartLayout {
  /// The drawing as an `<svg>` element for a page. Colours come from the page's style sheet.
  func svg(id: String, title: String, description: String) -> String {
    var svg = SVGWriter()
    svg.startChart(
      id: id, title: title, description: description, width: width, height: height,
      panels.isEmpty ? readoutAttributes : [])
    if panels.isEmpty { drawPlot(in: &svg) } else { drawCaptions(in: &svg) }
    for panel in panels {
      svg.start("g", ["class": "panel"], panel.readoutAttributes)
      panel.drawPlot(in: &svg)
      svg.close()
    }
    drawLegend(in: &svg)
    drawRamp(in: &svg)
    drawLineLabels(in: &svg)
    for note in notes {
      svg.words(note.text, at: note.position, anchor: "end", class: "reference")
    }
    svg.close()
    return svg.text
  }

  /// The axes, the marks and the reference lines.
  private func drawPlot(in svg: inout SVGWriter) {
    drawAxes(in: &svg)
    for drawing in drawings where drawing.isGround { draw(drawing, in: &svg) }
    drawBorders(in: &svg)
    for drawing in drawings where !drawing.isGround { draw(drawing, in: &svg) }
    drawRules(in: &svg)
    if let title {
      svg.words(title.text, at: title.position, class: "panel-title")
    }
    if let notice {
      let middle = Position(x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
      svg.words(notice, at: middle, anchor: "middle")
    }
  }
}
