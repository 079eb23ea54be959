import Results

extension Chart {
  /// What the chart shows, in words made from its data: an alternative text.
  ///
  /// `Line chart of loss against epoch, 3 series. none: from 2.3 at 1 to 0.31 at 60, lowest 0.29 at 41.`
  public var summary: String {
    let series = self.series
    var sentences = [heading(series)]
    sentences += series.prefix(Self.mostDescribed).map(describe)
    if series.count > Self.mostDescribed {
      sentences.append("\(series.count - Self.mostDescribed) more series are in the data.")
    }
    sentences += bandRemark(series)
    for (isVertical, axis) in [(false, y), (true, x)] {
      sentences += rules(vertical: isVertical).map { rule in
        let name = rule.label.isEmpty ? "" : ", \(rule.label)"
        let direction = isVertical ? "Vertical" : "Horizontal"
        return "\(direction) reference line at \(axis.unit.write(rule.value))\(name)."
      }
    }
    let skipped = series.reduce(0) { $0 + $1.skipped }
    if skipped > 0 { sentences.append("\(skipped) values that cannot be shown are left out.") }
    return sentences.joined(separator: " ")
  }

  private static let mostDescribed = 6

  private func heading(_ series: [Series]) -> String {
    let kinds = series.map(\.kind)
    var text =
      kinds.contains(.bars)
      ? "Bar chart"
      : kinds.contains(.line) ? "Line chart" : kinds.isEmpty ? "Chart" : "Scatter plot"
    if !y.label.isEmpty { text += " of \(y.label)" }
    if !x.label.isEmpty { text += " \(hasBars ? "by" : "against") \(x.label)" }
    if series.count > 1 { text += ", \(series.count) series" }
    if hasBars && y.scale == .log { text += ", logarithmic scale" }
    if !hasBars {
      if x.scale == .log { text += ", horizontal axis logarithmic" }
      if x.reversed { text += ", larger values on the left" }
      if y.scale == .log { text += ", vertical axis logarithmic" }
      if y.reversed { text += ", larger values below" }
    }
    return text + (series.allSatisfy(\.runs.isEmpty) ? ", no data." : ".")
  }

  private func describe(_ series: Series) -> String {
    let points = series.points
    let name = series.label.isEmpty ? "" : "\(series.label): "
    guard let first = points.first, let last = points.last else { return "\(name)no data." }
    switch series.kind {
    case .bars: return name + describeBars(points) + "."
    case .dots where points.count > 1:
      return name + "\(points.count) points, \(range(points.map(\.x), x)) across and "
        + "\(range(points.map(\.y), y)) up."
    case .line where points.count > 1:
      var text = "\(name)from \(place(first)) to \(place(last))"
      let lowest = points.min { $0.y < $1.y }!
      let highest = points.max { $0.y < $1.y }!
      if lowest.y < min(first.y, last.y) { text += ", lowest \(place(lowest))" }
      if highest.y > max(first.y, last.y) { text += ", highest \(place(highest))" }
      return text + "."
    default: return "\(name)\(place(first))."
    }
  }

  private func describeBars(_ points: [Series.Point]) -> String {
    let names = categories
    func write(_ point: Series.Point) -> String {
      "\(names[Int(point.x)]) \(y.unit.write(point.y))"
    }
    if points.count <= 8 { return points.map(write).joined(separator: ", ") }
    let lowest = points.min { $0.y < $1.y }!
    let highest = points.max { $0.y < $1.y }!
    return "\(points.count) bars, lowest \(write(lowest)), highest \(write(highest))"
  }

  private func place(_ point: Series.Point) -> String {
    "\(y.unit.write(point.y)) at \(horizontalName(point.x))"
  }

  private func range(_ values: [Double], _ axis: Axis) -> String {
    "from \(axis.unit.write(values.min()!)) to \(axis.unit.write(values.max()!))"
  }

  private func bandRemark(_ series: [Series]) -> [String] {
    series.reduce(into: []) { known, one in
      let sentence = "The \(one.kind == .line ? "band shows" : "whiskers show"): \(one.band)."
      if !one.band.isEmpty && !known.contains(sentence) { known.append(sentence) }
    }
  }

  /// A horizontal value, or the category that stands there.
  func horizontalName(_ value: Double) -> String {
    let names = categories
    guard hasBars, value == value.rounded(), names.indices.contains(Int(value)) else {
      return x.unit.write(value)
    }
    return names[Int(value)]
  }
}
