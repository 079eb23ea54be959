extension ChartLayout {
  /// The drawing as an `<svg>` element for a page. Colours come from the page's style sheet.
  func svg(id: String, title: String, description: String) -> String {
    var svg = SVGWriter()
    let (width, height) = (SVGWriter.number(width), SVGWriter.number(height))
    svg.start(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": "0 0 \(width) \(height)",
        "width": width, "height": height, "fill": "currentColor",
        "font-size": SVGWriter.number(TextMetrics.fontSize),
      ])
    svg.element("title", [("id", "\(id)-title")], words: title)
    svg.element("desc", [("id", "\(id)-desc")], words: description)
    drawAxes(in: &svg)
    for drawing in drawings { draw(drawing, in: &svg) }
    drawRules(in: &svg)
    drawLegend(in: &svg)
    drawLineLabels(in: &svg)
    if let note {
      draw(note.text, at: note.position, anchor: "end", class: "reference", in: &svg)
    }
    if let notice {
      let middle = Position(x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
      draw(notice, at: middle, anchor: "middle", in: &svg)
    }
    svg.close()
    return svg.text
  }

  func draw(
    _ words: String, at position: Position, anchor: String = "start", class name: String? = nil,
    in svg: inout SVGWriter
  ) {
    let place: SVGWriter.Attributes = [
      ("x", SVGWriter.number(position.x)), ("y", SVGWriter.number(position.y)),
    ]
    let anchors: SVGWriter.Attributes = anchor == "start" ? [] : [("text-anchor", anchor)]
    svg.element("text", place + anchors + (name.map { [("class", $0)] } ?? []), words: words)
  }
}
