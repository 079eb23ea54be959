import Results

extension Chart {
  /// The chart as plain text for a terminal: lines and dots as signs on a grid of 16 rows, bars as
  /// horizontal blocks with their numbers, heat maps as a table of shades, panels side by side where
  /// there is room for two and all frames of a slider below each other.
  ///
  /// - Parameter width: how many characters a line may have; longer ones are cut with `…`.
  public func text(width: Int) -> String {
    Columns.page(lines(width: width), width: width)
  }

  private func lines(width: Int) -> [String] {
    let whole = self.whole
    if whole.has(.images) { return imageLines(width: width) }
    guard panels != nil else {
      return verticalHeading + body(in: self, width: width, rows: 16) + legendLines(width: width)
    }
    let columns = width >= 76 && parts.count > 1 && !whole.hasBars ? 2 : 1
    let blockWidth = (width - 3 * (columns - 1)) / columns
    let blocks = parts.map { part in
      [slider.map { "\($0) = \(part.title)" } ?? part.title]
        + part.chart.body(in: whole, width: blockWidth, rows: 10)
    }
    let rows = stride(from: 0, to: blocks.count, by: columns).map { start in
      Columns.beside(Array(blocks[start..<min(start + columns, blocks.count)]), width: blockWidth)
    }
    return verticalHeading + rows.joined(separator: [""]) + whole.legendLines(width: width)
  }

  private func body(in whole: Chart, width: Int, rows: Int) -> [String] {
    if whole.hasBars { return barLines(in: whole, width: width) }
    return whole.has(.heat)
      ? heatLines(in: whole, width: width) : plotLines(in: whole, width: width, rows: rows)
  }

  /// The vertical axis' label with its arrow.
  private var verticalHeading: [String] {
    let arrow = hasBars || whole.hasBars ? "" : whole.verticalArrow
    return y.label.isEmpty ? [] : [(arrow.isEmpty ? "" : arrow + " ") + y.label + y.unit.remark]
  }

  /// What the series' signs, bands and reference lines mean, and what is not shown.
  private func legendLines(width: Int) -> [String] {
    let series = self.series
    var phrases: [String] = []
    for one in series where !one.label.isEmpty && !hasBars && one.isDrawn {
      let phrase = "\(Glyph.sign(of: one)) \(one.label)"
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
    for isVertical in [false, true] {
      let sign = isVertical || hasBars ? Glyph.verticalRule : Glyph.horizontalRule
      for rule in rules(vertical: isVertical) {
        let value = (isVertical ? x : y).unit.write(rule.value)
        let phrase =
          rule.label.isEmpty ? "\(sign) \(value)" : "\(sign) \(rule.label) (\(value))"
        if !phrases.contains(phrase) { phrases.append(phrase) }
      }
    }
    for one in series where !one.band.isEmpty {
      let sign =
        one.kind == .bars ? "[ ]" : String(one.kind.isLine ? Glyph.band : Glyph.whisker)
      if !phrases.contains("\(sign) \(one.band)") { phrases.append("\(sign) \(one.band)") }
    }
    if let ramp = ChartLayout.Ramp(self) {
      let name = ramp.label.isEmpty ? "" : "\(ramp.label): "
      phrases.append("\(name)\(Glyph.shade(1)) \(ramp.low) … \(Glyph.shade(20)) \(ramp.high)")
    }
    phrases += marks.compactMap(\.note) + remarks(on: series)
    return Columns.flow(phrases, width: width)
  }
}
