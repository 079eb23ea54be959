import Results

extension Chart {
  /// What the drawing does not show of its numbers, a phrase each.
  func remarks(on series: [Series]) -> [String] {
    series.compactMap(Thinning.remark) + series.compactMap(outsideRemark)
      + series.compactMap(skippedRemark) + marks.compactMap(ruleRemark)
  }

  /// `2 values of loss cannot be shown`: what is not a number, or has no logarithm.
  private func skippedRemark(_ series: Series) -> String? {
    series.skipped == 0
      ? nil : "\(counted(series.skipped, "value"))\(Self.owner(series)) cannot be shown"
  }

  /// `1 of 4 dots of points is outside the axes`; nil where none is. A line is seen to leave, unless
  /// all of it is outside.
  private func outsideRemark(_ series: Series) -> String? {
    let name = Self.owner(series)
    let count = outsideCount(series)
    let isOne = count == 1
    switch series.kind {
    case .dots where count > 0:
      return "\(count) of \(counted(series.points.count, "dot"))\(name) \(isOne ? "is" : "are") "
        + "outside the axes"
    case .bars where count > 0:
      return "\(count) of \(counted(series.points.count, "bar"))\(name) \(isOne ? "ends" : "end") "
        + "outside the axes"
    case .histogram where count > 0:
      return
        "\(count) of \(counted(series.count, "value"))\(name) \(isOne ? "is" : "are") outside the axes"
    case .line, .steps, .lines:
      guard !series.runs.isEmpty, !reachesIn(series) else { return nil }
      return series.kind == .lines
        ? "all lines\(name) are outside the axes" : "the line\(name) is outside the axes"
    default: return nil
    }
  }

  /// `the reference line at 0, nothing, cannot be shown`; nil for one that is drawn.
  private func ruleRemark(_ mark: Mark) -> String? {
    guard mark.kind == .rule, let value = mark.x.first ?? mark.y.first else { return nil }
    let isVertical = !mark.x.isEmpty
    let axis = isVertical ? x : y
    let reason: String
    if isVertical && hasBars || !Scale.isShowable(value, axis.scale) {
      reason = "cannot be shown"
    } else if axis.cut?.contains(value) == false {
      reason = "is outside the axes"
    } else {
      return nil
    }
    let name = mark.label.isEmpty ? "" : ", \(mark.label),"
    let place = value.isFinite ? " at \(axis.unit.write(value))" : ""
    return "the reference line\(place)\(name) \(reason)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func owner(_ series: Series) -> String {
    series.label.isEmpty ? "" : " of \(series.label)"
  }
}
