import Results

extension Chart {
  /// The horizontal scale of a chart without bars.
  func horizontalScale(ticks count: Int) -> Scale {
    let values = series.flatMap { $0.points.map(\.x) } + rules(vertical: true).map(\.value)
    return Scale(x, showing: values, count: count)
  }

  /// The vertical scale: it shows all points, bands, whiskers and reference lines; with bars also 0.
  func verticalScale(ticks count: Int) -> Scale {
    let points = series.flatMap(\.points)
    let ends = points.compactMap(\.ends).flatMap { [$0.lowerBound, $0.upperBound] }
    let values = points.map(\.y) + ends + rules(vertical: false).map(\.value)
    return Scale(y, showing: hasBars ? values + [0] : values, count: count)
  }
}
