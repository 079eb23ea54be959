import Results

extension ChartLayout {
  func drawing(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale, bars count: Int
  ) -> Drawing {
    var drawing = Drawing(label: series.label, style: SeriesStyle(index: series.index), shapes: [])
    if series.runs.isEmpty { return drawing }
    switch series.kind {
    case .line:
      let bands = bands(series, horizontal, vertical)
      if !bands.isEmpty { drawing.shapes.append(.band(bands)) }
      let runs = series.runs.map { positions($0, horizontal, vertical) }
      drawing.shapes.append(.line(runs.filter { $0.count > 1 }.map(Thinning.thinned)))
      let alone = runs.filter { $0.count == 1 }.flatMap { $0 }
      if !alone.isEmpty { drawing.shapes.append(.dots(alone)) }
    case .dots:
      let whiskers = whiskers(series, horizontal, vertical) { self.x($0.x, horizontal) }
      if !whiskers.isEmpty { drawing.shapes.append(.whiskers(whiskers, capped: false)) }
      drawing.shapes.append(.dots(positions(series.points, horizontal, vertical)))
    case .bars, .rule:
      drawing.shapes = barShapes(series, horizontal, vertical, count)
    }
    return drawing
  }

  /// The outlines of the bands: along the upper ends, back along the lower ones.
  private func bands(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> [[Position]] {
    series.runs.flatMap { $0.split { $0.ends == nil } }.filter { $0.count > 1 }.map { run in
      let ends = run.compactMap { point -> Whisker? in
        whisker(point, vertical, x: x(point.x, horizontal))
      }
      let upper = Thinning.thinned(ends.map { Position(x: $0.x, y: $0.high) })
      let lower = Thinning.thinned(ends.map { Position(x: $0.x, y: $0.low) })
      return upper + lower.reversed()
    }
  }

  private func whiskers(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale,
    x: (Series.Point) -> Double?
  ) -> [Whisker] {
    series.points.compactMap { whisker($0, vertical, x: x($0)) }
  }

  private func whisker(_ point: Series.Point, _ vertical: Scale, x: Double?) -> Whisker? {
    guard let ends = point.ends, let x, let low = vertical.end(ends.lowerBound),
      let high = vertical.end(ends.upperBound)
    else { return nil }
    return Whisker(
      x: x, low: plot.bottom - low * plot.height, high: plot.bottom - high * plot.height)
  }

  private func barShapes(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale, _ count: Int
  ) -> [Shape] {
    guard case .categories(let names) = horizontal, !names.isEmpty else { return [] }
    let step = plot.width / Double(names.count)
    let group = min(step * 0.76, 64 * Double(count))
    let width = group / Double(count)
    let base = plot.bottom - vertical.base * plot.height
    func middle(_ point: Series.Point) -> Double {
      plot.left + (point.x + 0.5) * step - group / 2 + (Double(series.slot) + 0.5) * width
    }
    let gap = min(1, width * 0.1)
    let boxes = series.points.compactMap { point in
      y(point.y, vertical).map { top in
        Box(
          left: middle(point) - width / 2 + gap, top: min(top, base),
          right: middle(point) + width / 2 - gap, bottom: max(top, base))
      }
    }
    let whiskers = whiskers(series, horizontal, vertical, x: middle)
    return [.bars(boxes)] + (whiskers.isEmpty ? [] : [.whiskers(whiskers, capped: true)])
  }
}
