extension ChartLayout {
  func draw(_ drawing: Drawing, in svg: inout SVGWriter) {
    guard let style = drawing.style else {
      for case .cells(let cells) in drawing.shapes { draw(cells, in: &svg) }
      return
    }
    svg.start("g", ["class": style.colourClass])
    for shape in drawing.shapes where !shape.isInk { draw(shape, style, in: &svg) }
    svg.close()
    for shape in drawing.shapes where shape.isInk { draw(shape, style, in: &svg) }
  }

  func drawLine(_ points: [Position], dashes: String, in svg: inout SVGWriter) {
    svg.element(
      "path",
      [
        "fill": "none", "stroke": "currentColor", "stroke-width": SVGWriter.number(lineWidth),
        "stroke-linejoin": "round", "stroke-dasharray": dashes, "d": points.path,
      ])
  }

  /// Markers; of a dense cloud only small discs.
  func drawDots(_ positions: [Position], _ style: SeriesStyle, in svg: inout SVGWriter) {
    if positions.count > Thinning.mostMarkers {
      svg.element(
        "path",
        [
          "stroke": "currentColor", "stroke-width": "2.2", "stroke-linecap": "round",
          "stroke-opacity": "0.75",
          "d": Thinning.coarse(positions).map { "M\($0.path)h0" }.joined(),
        ])
      return
    }
    let markers = positions.map { "M\($0.path)\(style.marker)" }.joined()
    svg.element("path", ["fill-opacity": "0.75", "d": markers])
  }

  func drawBars(_ boxes: [Box], _ style: SeriesStyle, in svg: inout SVGWriter) {
    svg.element(
      "path",
      [
        "fill-opacity": style.fillOpacity, "stroke": "currentColor",
        "d": boxes.map(\.path).joined(),
      ])
  }

  private func draw(_ shape: Shape, _ style: SeriesStyle, in svg: inout SVGWriter) {
    switch shape {
    case .band(let outlines):
      for outline in outlines {
        svg.element("path", ["fill-opacity": "0.15", "d": outline.path + "Z"])
      }
    case .line(let runs): for run in runs { drawLine(run, dashes: style.dashes, in: &svg) }
    case .dots(let positions): drawDots(positions, style, in: &svg)
    case .bars(let boxes): drawBars(boxes, style, in: &svg)
    case .whiskers(let whiskers, let capped):
      let paths = whiskers.map { $0.path(capped: capped) }.joined()
      guard capped else {
        svg.element(
          "path",
          ["fill": "none", "stroke": "currentColor", "stroke-width": "1.25", "d": paths])
        return
      }
      // On bars of any colour: ink with an edge of paper.
      svg.element(
        "path", ["class": "paper-edge", "fill": "none", "stroke-width": "4.5", "d": paths])
      svg.element(
        "path",
        [
          "class": "ink", "fill": "none", "stroke": "currentColor", "stroke-width": "1.5",
          "d": paths,
        ])
    case .thinLines(let lines): drawThinLines(lines, in: &svg)
    case .histogram(let outlines):
      for outline in outlines { drawOutline(outline, style, in: &svg) }
    case .areas(let boxes): drawAreas(boxes, style, in: &svg)
    case .cells(let cells): draw(cells, in: &svg)
    }
  }

  func drawRules(in svg: inout SVGWriter) {
    if rules.isEmpty { return }
    svg.start("g", ["class": "reference"])
    for rule in rules {
      svg.element(
        "path",
        [
          "fill": "none", "stroke": "currentColor", "stroke-width": "1.25",
          "stroke-dasharray": "4 3", "d": [rule.start, rule.end].path,
        ])
      if let label = rule.label {
        svg.words(
          label.text, at: Position(x: label.position.x, y: label.position.y),
          anchor: label.endsThere ? "end" : "start")
      }
    }
    svg.close()
  }
}

extension Drawing {
  /// Whether it is the ground on which other marks are drawn.
  var isGround: Bool {
    if case .areas? = shapes.first { true } else { false }
  }
}

extension Shape {
  /// Whether it has the colour of the text: whiskers would not be seen on bars of their colour.
  fileprivate var isInk: Bool {
    if case .whiskers(_, capped: true) = self { return true }
    return false
  }
}
