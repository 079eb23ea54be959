import Results

extension Chart {
  /// What the chart shows, in words made from its data: an alternative text.
  ///
  /// `Line chart of loss against epoch, 3 series. none: from 2.3 at 1 to 0.31 at 60, lowest 0.29 at 41.`
  public var summary: String {
    guard let panels else { return description(in: self, most: 6) }
    let titles = panels.map(\.title)
    if let slider {
      guard !panels.isEmpty else { return "A slider over \(slider) without values." }
      let range =
        titles.count > 1
        ? "\(titles.count) values from \(titles[0]) to \(titles[titles.count - 1])"
        : "one value, \(titles[0])"
      return "A slider over \(slider), \(range). At the first: \(summary(ofFrame: 0))"
    }
    let most = panels.count > 3 ? 2 : 4
    let parts = self.parts.prefix(6).map {
      "\($0.title): \($0.chart.description(in: whole, most: most))"
    }
    let more = panels.count > 6 ? " \(panels.count - 6) more panels are in the data." : ""
    return "\(panels.count) panels. " + parts.joined(separator: " ") + more
  }

  /// What one frame of a slider shows; the chart's summary where it has no slider.
  func summary(ofFrame frame: Int) -> String {
    guard let slider, let panels, panels.indices.contains(frame) else { return summary }
    let part = parts[frame]
    return "\(slider) = \(part.title). \(part.chart.description(in: whole, most: 6))"
  }

  private func description(in whole: Chart, most: Int) -> String {
    if whole.has(.images) { return imageDescription }
    if let heat = marks.first(where: { $0.kind == .heat }) { return describe(heat) }
    let series = self.series(in: whole)
    var sentences = [heading(series)]
    sentences += series.prefix(most).map { describe($0, in: whole) }
    if series.count > most {
      sentences.append("\(series.count - most) more series are in the data.")
    }
    sentences += bandRemark(series)
    for (isVertical, axis) in [(false, y), (true, x)] {
      sentences += rules(vertical: isVertical).map { rule in
        let name = rule.label.isEmpty ? "" : ", \(rule.label)"
        let direction = isVertical ? "Vertical" : "Horizontal"
        return "\(direction) reference line at \(axis.unit.write(rule.value))\(name)."
      }
    }
    sentences += marks.compactMap(\.note).map { "Note: \($0)." }
    sentences += remarks(on: series).map { "In the drawing \($0)." }
    return sentences.joined(separator: " ")
  }

  private func heading(_ series: [Series]) -> String {
    let kinds = series.map(\.kind)
    var text = Self.kind(of: kinds)
    if !y.label.isEmpty { text += " of \(y.label)" }
    if !x.label.isEmpty { text += " \(whole.hasBars ? "by" : "against") \(x.label)" }
    if series.count > 1 && !kinds.contains(.regions) { text += ", \(series.count) series" }
    if hasBars && y.scale == .log { text += ", logarithmic scale" }
    if !hasBars {
      if x.scale == .log { text += ", horizontal axis logarithmic" }
      if x.reversed { text += ", larger values on the left" }
      if y.scale == .log { text += ", vertical axis logarithmic" }
      if y.reversed { text += ", larger values below" }
      for (name, axis) in [("horizontal", x), ("vertical", y)] {
        guard let range = axis.cut else { continue }
        let ends = [range.lowerBound, range.upperBound].map { axis.unit.write($0) }
        text += ", \(name) axis cut at \(ends[0]) and \(ends[1])"
      }
    }
    return text + (series.contains(where: \.isDrawn) ? "." : ", no data.")
  }

  private static func kind(of kinds: [Mark.Kind]) -> String {
    if kinds.contains(.bars) { return "Bar chart" }
    if kinds.contains(.histogram) { return "Histogram" }
    if kinds.contains(.regions) { return "Decision regions" }
    if kinds.contains(where: { $0.isLine || $0 == .lines }) { return "Line chart" }
    return kinds.isEmpty ? "Chart" : "Scatter plot"
  }

  private func bandRemark(_ series: [Series]) -> [String] {
    series.reduce(into: []) { known, one in
      let sentence = "The \(one.kind.isLine ? "band shows" : "whiskers show"): \(one.band)."
      if !one.band.isEmpty && !known.contains(sentence) { known.append(sentence) }
    }
  }
}
