import Results

extension Chart {
  private static let rows = 16

  /// A chart of lines and dots.
  func plotLines(width: Int) -> [String] {
    let vertical = verticalScale(ticks: 5)
    let labels = vertical.ticks.compactMap(\.label)
    let left = min(labels.map(\.count).max() ?? 0, max(0, width / 3))
    let columns = max(4, width - left - 1)
    let horizontal = horizontalScale(ticks: max(2, columns / 12))
    var canvas = TextCanvas(width: columns, height: Self.rows)
    drawGround(on: &canvas, horizontal, vertical)
    for one in series { draw(one, on: &canvas, horizontal, vertical) }

    var margins = [String](repeating: Columns.left("", left) + "│", count: Self.rows)
    for tick in vertical.ticks {
      guard let label = tick.label, let fraction = vertical.fraction(tick.value) else { continue }
      margins[canvas.row(fraction)] = Columns.right(Columns.cut(label, to: left), left) + "┤"
    }
    var lines = verticalHeading + zip(margins, canvas.rows).map { $0 + $1 }
    lines += axisLines(canvas, horizontal).map { Columns.left("", left) + $0 }
    if !x.label.isEmpty {
      let words = Typography.axisLabel(
        x.label + x.unit.remark, arrow: x.reversed ? "←" : "→", arrowFirst: x.reversed)
      let line = Columns.cut(words, to: columns)
      lines.append(
        x.reversed ? Columns.left("", left + 1) + line : Columns.right(line, left + 1 + columns))
    }
    if series.allSatisfy(\.runs.isEmpty) { lines.append("no data") }
    let signs = series.map { Optional(Glyph.series($0.index)) }
    return lines + legendLines(width: width, signs: signs)
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
      var previous: (column: Int, row: Int)?
      for point in run {
        guard let across = horizontal.fraction(point.x), let up = vertical.fraction(point.y)
        else { continue }
        let cell = (column: canvas.column(across), row: canvas.row(up))
        let isJoined = series.kind == .line && previous != nil
        canvas.join(series.index, from: isJoined ? previous! : cell, to: cell)
        previous = cell
      }
      drawEnds(of: run, series.kind, on: &canvas, horizontal, vertical)
    }
  }

  /// A band over all columns between its points, or whiskers.
  private func drawEnds(
    of run: [Series.Point], _ kind: Mark.Kind, on canvas: inout TextCanvas, _ horizontal: Scale,
    _ vertical: Scale
  ) {
    let ends = run.compactMap { point -> (column: Int, low: Double, high: Double)? in
      guard let ends = point.ends, let across = horizontal.fraction(point.x),
        let low = vertical.end(ends.lowerBound), let high = vertical.end(ends.upperBound)
      else { return nil }
      return (canvas.column(across), min(low, high), max(low, high))
    }
    for end in kind == .line ? Self.filled(ends) : ends {
      for row in canvas.row(end.high)...canvas.row(end.low) {
        canvas.lay(kind == .line ? Glyph.band : Glyph.whisker, column: end.column, row: row)
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
