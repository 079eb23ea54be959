import Results

extension ChartLayout {
  func drawing(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale, bars count: Int
  ) -> Drawing {
    var drawing = Drawing(label: series.label, style: SeriesStyle(index: series.index), shapes: [])
    if !series.isDrawn { return drawing }
    switch series.kind {
    case .line, .steps: drawing.shapes = lineShapes(series, horizontal, vertical)
    case .lines:
      drawing.shapes = [
        .thinLines(lines(series, horizontal, vertical).map(Thinning.simplified))
      ]
    case .histogram: drawing.shapes = [.histogram(outlines(series, horizontal, vertical))]
    case .dots:
      let whiskers = whiskers(series, horizontal, vertical) { self.x($0.x, horizontal) }
      if !whiskers.isEmpty { drawing.shapes.append(.whiskers(whiskers, capped: false)) }
      let step = Thinning.stride(ofDots: series.points.count)
      let drawn = series.points.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      drawing.shapes.append(
        .dots(positions(drawn.map(\.position), horizontal, vertical).filter(plot.contains)))
    case .regions:
      drawing.shapes = [
        .areas(series.areas.map { positions($0, horizontal, vertical).map(plot.clamped) })
      ]
    case .bars, .rule, .heat, .images:
      drawing.shapes = barShapes(series, horizontal, vertical, count)
    }
    return drawing
  }

  private func lineShapes(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> [Shape] {
    let bands = bands(series, horizontal, vertical)
    let lines = lines(series, horizontal, vertical)
    let alone = lines.filter { $0.count == 1 }.flatMap { $0 }
    return (bands.isEmpty ? [] : [.band(bands)]) + [.line(lines.filter { $0.count > 1 })]
      + (alone.isEmpty ? [] : [.dots(alone)])
  }

  /// The runs of a series as lines inside the plot.
  func lines(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> [[Position]] {
    series.runs.flatMap { run -> [[Position]] in
      let places = positions(run.map(\.position), horizontal, vertical)
      return clipped(series.kind == .steps ? places.stepped : places).map(Thinning.thinned)
    }
  }

  /// The parts of a line inside the plot.
  func clipped(_ line: [Position]) -> [[Position]] { Clipping.inside(plot, line) }

  /// The outlines of a histogram's filled bins: up at the first edge, along the bins, down at the
  /// last one.
  private func outlines(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> [[Position]] {
    let base = plot.bottom - vertical.base * plot.height
    var outlines: [[Position]] = []
    var isOpen = false
    for (point, edges) in zip(series.points, zip(series.edges, series.edges.dropFirst())) {
      guard point.y > 0, let left = x(edges.0, horizontal), let right = x(edges.1, horizontal),
        let top = y(point.y, vertical)
      else {
        isOpen = false
        continue
      }
      if !isOpen { outlines.append([Position(x: left, y: base)]) }
      isOpen = true
      outlines[outlines.count - 1] += [Position(x: left, y: top), Position(x: right, y: top)]
    }
    return outlines.map { line in
      (line + [Position(x: line[line.count - 1].x, y: base)]).map(plot.clamped)
    }
  }

  /// The outlines of the bands: along the upper ends, back along the lower ones.
  private func bands(
    _ series: Series, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> [[Position]] {
    series.runs.flatMap { $0.split { $0.ends == nil } }.filter { $0.count > 1 }.map { run in
      let ends = run.compactMap { point -> Whisker? in
        whisker(point, vertical, x: x(point.x, horizontal))
      }
      var upper = ends.map { Position(x: $0.x, y: $0.high) }
      var lower = ends.map { Position(x: $0.x, y: $0.low) }
      if series.kind == .steps { (upper, lower) = (upper.stepped, lower.stepped) }
      (upper, lower) = (Thinning.thinned(upper), Thinning.thinned(lower))
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
    guard x >= plot.left - 1e-6, x <= plot.right + 1e-6, max(low, high) >= 0, min(low, high) <= 1
    else { return nil }
    return Whisker(
      x: x, low: plot.bottom - min(max(low, 0), 1) * plot.height,
      high: plot.bottom - min(max(high, 0), 1) * plot.height)
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
      y(point.y, vertical).map { min(max($0, plot.top), plot.bottom) }.map { top in
        Box(
          left: middle(point) - width / 2 + gap, top: min(top, base),
          right: middle(point) + width / 2 - gap, bottom: max(top, base))
      }
    }
    let whiskers = whiskers(series, horizontal, vertical, x: middle)
    return [.bars(boxes)] + (whiskers.isEmpty ? [] : [.whiskers(whiskers, capped: true)])
  }
}
