import Results

/// What the axes of a chart leave out of its marks.
extension Chart {
  /// Whether no mark shows anything but reference lines: there is none, there are no numbers, or the
  /// axes have no place for any of them.
  public var isEmpty: Bool {
    let whole = whole
    return !parts.contains { _, part in
      part.marks.contains { $0.isShown } || part.series(in: whole).contains(where: part.isSeen)
    }
  }

  /// Whether anything of a series lies within the axes.
  private func isSeen(_ series: Series) -> Bool {
    switch series.kind {
    case .dots: outsideCount(series) < series.points.count
    case .bars:
      series.points.contains { point in
        guard let range = y.cut else { return true }
        return range.clamped(point.y) != range.clamped(0)
      }
    case .histogram:
      outsideCount(series) < series.count
    case .regions: !series.areas.isEmpty && regionsAreWithin
    default: reachesIn(series)
    }
  }

  /// How many dots lie outside the axes, how many bars end there, how many counted values are there.
  func outsideCount(_ series: Series) -> Int {
    let across = hasBars ? nil : x.cut
    switch series.kind {
    case .dots:
      return series.points.count {
        across?.contains($0.x) == false || y.cut?.contains($0.y) == false
      }
    case .bars: return series.points.count { y.cut?.contains($0.y) == false }
    case .histogram:
      guard let across else { return 0 }
      return zip(series.points, zip(series.edges, series.edges.dropFirst()))
        .filter { $1.1 <= across.lowerBound || $1.0 >= across.upperBound }
        .map(\.0).counted
    default: return 0
    }
  }

  /// Whether a line has a part within the axes.
  func reachesIn(_ series: Series) -> Bool {
    let across = hasBars ? nil : x.cut.map { _ in Scale(x, showing: [], count: 2) }
    let up = y.cut.map { _ in Scale(y, showing: [], count: 2) }
    return series.runs.contains { run in
      let line = run.map { point in
        Position(
          x: across.map { $0.fraction(point.x) ?? -1 } ?? 0.5,
          y: up.map { $0.fraction(point.y) ?? -1 } ?? 0.5)
      }
      let box = Box(left: 0, top: 0, right: 1, bottom: 1)
      return !Clipping.inside(box, series.kind == .steps ? line.stepped : line).isEmpty
    }
  }

  /// Whether the plane that is given to classes meets the axes.
  private var regionsAreWithin: Bool {
    let grids = marks.filter { $0.kind == .regions }.map(ClassGrid.init)
    return grids.contains { grid in
      func meets(_ ends: [Double], _ cut: ClosedRange<Double>?) -> Bool {
        guard let cut, let low = ends.min(), let high = ends.max() else { return true }
        return low < cut.upperBound && high > cut.lowerBound
      }
      return meets(grid.horizontalEnds, x.cut) && meets(grid.verticalEnds, y.cut)
    }
  }
}

extension Series {
  /// How many values a histogram counts.
  var count: Int { points.counted }
}

extension [Series.Point] {
  /// The sum of bins' counts.
  fileprivate var counted: Int { Int(Swift.min(Swift.max(0, reduce(0) { $0 + $1.y }), 1e15)) }
}

extension Mark {
  /// Whether it is images, or a heat map with a number.
  fileprivate var isShown: Bool {
    switch kind {
    case .images: !(raster ?? []).isEmpty
    case .heat: (values ?? []).contains { Scale.isShowable($0, .linear) }
    default: false
    }
  }
}

extension ClosedRange<Double> {
  fileprivate func clamped(_ value: Double) -> Double {
    Swift.min(Swift.max(value, lowerBound), upperBound)
  }
}
