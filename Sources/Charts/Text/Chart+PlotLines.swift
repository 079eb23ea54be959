import Results

extension Chart {
  /// A chart of lines, dots, histograms and areas on a grid of so many rows.
  func plotLines(in whole: Chart, width: Int, rows: Int) -> [String] {
    let vertical = whole.verticalScale(ticks: rows / 3)
    let labels = vertical.ticks.compactMap(\.label)
    let left = min(labels.map(\.count).max() ?? 0, max(0, width / 3))
    let columns = max(4, width - left - 1)
    let horizontal = whole.horizontalScale(ticks: max(2, columns / 12))
    let series = self.series(in: whole)
    var canvas = TextCanvas(width: columns, height: rows)
    drawGround(on: &canvas, horizontal, vertical)
    for one in series where one.kind != .regions { draw(one, on: &canvas, horizontal, vertical) }
    drawAreas(series, on: &canvas, horizontal, vertical)

    var margins = [String](repeating: Columns.left("", left) + "│", count: rows)
    for tick in vertical.ticks {
      guard let label = tick.label, let fraction = vertical.fraction(tick.value) else { continue }
      margins[canvas.row(fraction)] = Columns.right(Columns.cut(label, to: left), left) + "┤"
    }
    var lines = zip(margins, canvas.rows).map { $0 + $1 }
    lines += axisLines(canvas, horizontal).map { Columns.left("", left) + $0 }
    if !x.label.isEmpty {
      let words = Typography.axisLabel(
        x.label + x.unit.remark, arrow: x.reversed ? "←" : "→", arrowFirst: x.reversed)
      let line = Columns.cut(words, to: columns)
      lines.append(
        x.reversed ? Columns.left("", left + 1) + line : Columns.right(line, left + 1 + columns))
    }
    if !series.contains(where: \.isDrawn) { lines.append("no data") }
    return lines
  }

  /// The horizontal axis with its ticks, and below it the labels that have room.
  private func axisLines(_ canvas: TextCanvas, _ scale: Scale) -> [String] {
    var axis = [Character](repeating: "─", count: canvas.width)
    var labels = [Character](repeating: " ", count: canvas.width)
    var taken = 0
    for tick in scale.reversed ? scale.ticks.reversed() : scale.ticks {
      guard let label = tick.label, label.count <= canvas.width,
        let fraction = scale.fraction(tick.value)
      else { continue }
      let column = canvas.column(fraction)
      axis[column] = "┬"
      let start = min(max(0, column - label.count / 2), canvas.width - label.count)
      guard start >= taken else { continue }
      for (i, sign) in label.enumerated() { labels[start + i] = sign }
      taken = start + label.count + 1
    }
    return ["└" + String(axis), " " + String(labels)]
  }

  /// Reference lines first, then bands: the first sign of a cell stays.
  private func drawGround(on canvas: inout TextCanvas, _ horizontal: Scale, _ vertical: Scale) {
    for rule in rules(vertical: false) {
      guard let fraction = vertical.fraction(rule.value) else { continue }
      for column in 0..<canvas.width {
        canvas.lay(Glyph.horizontalRule, column: column, row: canvas.row(fraction))
      }
    }
    for rule in rules(vertical: true) {
      guard let fraction = horizontal.fraction(rule.value) else { continue }
      for row in 0..<canvas.height {
        canvas.lay(Glyph.verticalRule, column: canvas.column(fraction), row: row)
      }
    }
  }

  private func draw(
    _ series: Series, on canvas: inout TextCanvas, _ horizontal: Scale, _ vertical: Scale
  ) {
    for run in series.runs {
      let places = (series.kind == .histogram ? series.tops : run.map(\.position)).compactMap {
        place -> Position? in
        let up = series.kind == .histogram ? vertical.end(place.y) : vertical.fraction(place.y)
        guard let across = horizontal.fraction(place.x), let up else { return nil }
        return Position(x: across, y: up)
      }
      if series.kind == .dots {
        for place in places where TextCanvas.frame.contains(place) {
          canvas.plot(series.index, column: canvas.column(place.x), row: canvas.row(place.y))
        }
      } else {
        let isStepped = series.kind == .steps || series.kind == .histogram
        for line in Clipping.inside(TextCanvas.frame, isStepped ? places.stepped : places) {
          draw(line, of: series, on: &canvas)
        }
      }
      drawEnds(of: run, series.kind, on: &canvas, horizontal, vertical)
    }
  }

  private func draw(_ line: [Position], of series: Series, on canvas: inout TextCanvas) {
    let cells = line.map { (column: canvas.column($0.x), row: canvas.row($0.y)) }
    for (i, cell) in cells.enumerated() {
      let start = i > 0 ? cells[i - 1] : cell
      if series.kind == .lines {
        canvas.lay(Glyph.thin(series.index), from: start, to: cell)
      } else {
        canvas.join(series.index, from: start, to: cell)
      }
    }
  }

  /// The areas of classes, on what is still empty.
  private func drawAreas(
    _ series: [Series], on canvas: inout TextCanvas, _ horizontal: Scale, _ vertical: Scale
  ) {
    for mark in marks where mark.kind == .regions {
      let grid = ClassGrid(mark)
      let names = mark.categories
      for row in 0..<canvas.height {
        for column in 0..<canvas.width {
          let across = horizontal.value(canvas.middle(ofColumn: column))
          let up = vertical.value(canvas.middle(ofRow: row))
          guard let found = grid.at(across, up), names.indices.contains(found),
            let index = series.first(where: { $0.label == names[found] })?.index
          else { continue }
          canvas.lay(Glyph.area(index), column: column, row: row)
        }
      }
    }
  }

  /// A band over all columns between its points, or whiskers.
  private func drawEnds(
    of run: [Series.Point], _ kind: Mark.Kind, on canvas: inout TextCanvas, _ horizontal: Scale,
    _ vertical: Scale
  ) {
    let ends = run.compactMap { point -> (column: Int, low: Double, high: Double)? in
      guard let ends = point.ends, let across = horizontal.fraction(point.x), across >= 0,
        across <= 1, let low = vertical.end(ends.lowerBound),
        let high = vertical.end(ends.upperBound)
      else { return nil }
      return (canvas.column(across), min(low, high), max(low, high))
    }
    for end in kind.isLine ? Self.filled(ends) : ends where end.high >= 0 && end.low <= 1 {
      for row in canvas.row(end.high)...canvas.row(end.low) {
        canvas.lay(kind.isLine ? Glyph.band : Glyph.whisker, column: end.column, row: row)
      }
    }
  }

  /// The ends with straight lines between them, in every column.
  private static func filled(
    _ ends: [(column: Int, low: Double, high: Double)]
  ) -> [(column: Int, low: Double, high: Double)] {
    ends
      + zip(ends, ends.dropFirst()).flatMap { a, b in
        let distance = b.column - a.column
        return stride(from: distance.signum(), to: distance, by: distance < 0 ? -1 : 1).map {
          step in
          let part = Double(step) / Double(distance)
          return (
            a.column + step, a.low + (b.low - a.low) * part, a.high + (b.high - a.high) * part
          )
        }
      }
  }
}
