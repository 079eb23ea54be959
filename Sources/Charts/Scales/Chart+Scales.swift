import Results

extension Chart {
  /// The horizontal scale of a chart without bars.
  func horizontalScale(ticks count: Int) -> Scale {
    if let heat = marks.first(where: { $0.kind == .heat }) { return Scale(naming: heat.categories) }
    let series = self.series
    let values = series.flatMap {
      $0.points.map(\.x) + $0.edges.filter { Scale.isShowable($0, x.scale) }
    }
    let ends = marks.flatMap { ClassGrid($0).horizontalEnds }
    return Scale(
      x, showing: values + ends + rules(vertical: true).map(\.value), count: count,
      keepsEnds: !ends.isEmpty)
  }

  /// The vertical scale: it shows all points, bands, whiskers and reference lines; with bars also 0.
  func verticalScale(ticks count: Int) -> Scale {
    if let heat = marks.first(where: { $0.kind == .heat }) {
      return Scale(naming: (heat.rows ?? []).reversed())
    }
    let points = series.flatMap(\.points)
    let ends = points.compactMap(\.ends).flatMap { [$0.lowerBound, $0.upperBound] }
    let edges = marks.flatMap { ClassGrid($0).verticalEnds }
    let values = points.map(\.y) + ends + edges + rules(vertical: false).map(\.value)
    return Scale(
      y, showing: hasBars || has(.histogram) ? values + [0] : values, count: count,
      keepsEnds: !edges.isEmpty)
  }
}
