import Results

extension Chart {
  /// The chart as plain text for a terminal: lines and dots as signs on a grid of 16 rows, bars as
  /// horizontal blocks with their numbers.
  ///
  /// - Parameter width: how many characters a line may have; longer ones are cut with `…`.
  public func text(width: Int) -> String {
    Columns.page(hasBars ? barLines(width: width) : plotLines(width: width), width: width)
  }

  /// The vertical axis' label with its arrow.
  var verticalHeading: [String] {
    let arrow = hasBars ? "" : y.reversed ? "↓ " : "↑ "
    return y.label.isEmpty ? [] : [arrow + y.label + y.unit.remark]
  }

  /// What the series' signs, bands and reference lines mean.
  func legendLines(width: Int, signs: [Character?]) -> [String] {
    let series = self.series
    var phrases: [String] = []
    for (one, sign) in zip(series, signs) where !one.label.isEmpty {
      guard let sign else { continue }
      let phrase = "\(sign) \(one.label)"
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
    for isVertical in [false, true] {
      let sign = isVertical || hasBars ? Glyph.verticalRule : Glyph.horizontalRule
      for rule in rules(vertical: isVertical) {
        let value = (isVertical ? x : y).unit.write(rule.value)
        phrases.append(rule.label.isEmpty ? "\(sign) \(value)" : "\(sign) \(rule.label) (\(value))")
      }
    }
    for one in series where !one.band.isEmpty {
      let sign =
        one.kind == .bars ? "[ ]" : String(one.kind == .line ? Glyph.band : Glyph.whisker)
      if !phrases.contains("\(sign) \(one.band)") { phrases.append("\(sign) \(one.band)") }
    }
    return Columns.flow(phrases, width: width)
  }
}
