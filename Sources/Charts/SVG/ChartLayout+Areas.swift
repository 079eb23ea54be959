extension ChartLayout {
  func drawThinLines(_ lines: [[Position]], in svg: inout SVGWriter) {
    let isDense = lines.count > 12
    svg.element(
      "path",
      [
        "fill": "none", "stroke": "currentColor", "stroke-width": isDense ? "0.75" : "1",
        "stroke-opacity": isDense ? "0.45" : "0.6", "stroke-linejoin": "round",
        "d": lines.map { Thinning.coarse($0).path }.joined(),
      ])
  }

  /// A pale area under an outline that has the series' dashes.
  func drawOutline(_ outline: [Position], _ style: SeriesStyle, in svg: inout SVGWriter) {
    svg.element(
      "path",
      [
        "fill-opacity": "0.18", "stroke": "currentColor", "stroke-width": "1.5",
        "stroke-linejoin": "round", "stroke-dasharray": style.dashes, "d": outline.path,
      ])
  }

  /// The area of a class.
  func drawAreas(_ outlines: [[Position]], _ style: SeriesStyle, in svg: inout SVGWriter) {
    svg.element(
      "path",
      [
        "fill-opacity": style.areaOpacity, "fill-rule": "evenodd",
        "d": outlines.map { $0.path + "Z" }.joined(),
      ])
  }

  /// The edges between classes.
  func drawBorders(in svg: inout SVGWriter) {
    if borders.isEmpty { return }
    svg.element(
      "path",
      [
        "fill": "none", "stroke": "currentColor", "stroke-width": "1",
        "stroke-linejoin": "round", "d": borders.map(\.path).joined(),
      ])
  }

  /// The cells of a heat map, their numbers in the color that can be read on them.
  func draw(_ cells: [Cell], in svg: inout SVGWriter) {
    svg.start("g", ["class": "heat", "shape-rendering": "crispEdges"])
    for level in 1...20 {
      let boxes = cells.filter { $0.shade.level == level }.map(\.box)
      if boxes.isEmpty { continue }
      svg.element(
        "path",
        ["fill-opacity": SVGWriter.number(Double(level) / 20), "d": boxes.map(\.path).joined()])
    }
    svg.close()
    for isDark in [false, true] {
      let named = cells.filter { $0.shade.isDark == isDark && !$0.text.isEmpty }
      if named.isEmpty { continue }
      svg.start(
        "g", ["class": isDark ? "on-dark" : "on-light", "text-anchor": "middle"])
      for cell in named {
        let middle = Position(
          x: (cell.box.left + cell.box.right) / 2,
          y: (cell.box.top + cell.box.bottom) / 2 + Self.halfFigure)
        svg.words(cell.text, at: middle)
      }
      svg.close()
    }
  }

  /// `test accuracy  61% ▁▂▃▄▅ 94%`, above a heat map.
  func drawRamp(in svg: inout SVGWriter) {
    guard let ramp else { return }
    let base = LegendRows.rowHeight / 2 + Self.halfFigure
    let room = width - 220
    let words = TextMetrics.cut(ramp.label, to: room)
    var x = words.isEmpty ? 0 : TextMetrics.width(words) + 12
    svg.words(words, at: Position(x: 0, y: base))
    if ramp.low.isEmpty { return }
    if ramp.low != ramp.high {
      let low = Typography.minus(ramp.low)
      x += TextMetrics.width(low)
      svg.words(low, at: Position(x: x, y: base), anchor: "end")
      x += 6
    }
    svg.start("g", ["class": "heat", "shape-rendering": "crispEdges", "aria-hidden": "true"])
    for level in stride(from: 1, through: 20, by: ramp.low == ramp.high ? 20 : 1) {
      let box = Box(left: x, top: 3, right: x + 5, bottom: LegendRows.rowHeight - 3)
      svg.element(
        "path", ["fill-opacity": SVGWriter.number(Double(level) / 20), "d": box.path])
      x += 5
    }
    svg.close()
    svg.words(Typography.minus(ramp.high), at: Position(x: x + 6, y: base))
  }
}
