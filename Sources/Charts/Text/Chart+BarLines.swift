import Results

extension Chart {
  /// A chart of bars: a line for each bar, groups under the category's name.
  func barLines(in whole: Chart, width: Int) -> [String] {
    let bars = series(in: whole).filter { $0.kind == .bars }
    let rows = barRows(of: bars, in: whole)
    let vertical = whole.verticalScale(ticks: 5)
    let nameWidth = min(rows.map(\.name.count).max() ?? 0, max(4, width / 3))
    let numberWidth = min(rows.map(\.numbers.count).max() ?? 0, max(4, width / 3))
    let strip = max(1, width - nameWidth - numberWidth - 2)
    let lines = rows.map { row in
      guard let point = row.point, let end = vertical.fraction(point.y) else {
        return Columns.cut(row.name, to: width)
      }
      var bar = BarStrip(from: vertical.base, to: end, width: strip)
      for rule in rules(vertical: false) { vertical.fraction(rule.value).map { bar.mark($0) } }
      let name = Columns.left(Columns.cut(row.name, to: nameWidth), nameWidth)
      return "\(name) \(bar.text) \(Columns.cut(row.numbers, to: numberWidth))"
    }
    return (rows.isEmpty ? ["no data"] : lines) + otherLines(in: whole)
  }

  /// A line of the text: a bar, or a heading without one.
  private struct Row {
    var name: String
    var point: Series.Point?
    var numbers = ""
  }

  private func barRows(of bars: [Series], in whole: Chart) -> [Row] {
    whole.categories.enumerated().flatMap { i, category -> [Row] in
      let found = bars.compactMap { series in
        series.points.first { $0.x == Double(i) }.map { (series.label, $0) }
      }
      if bars.count == 1 {
        return [Row(name: category, point: found.first?.1, numbers: numbers(found.first?.1))]
      }
      return [Row(name: category)]
        + found.map { Row(name: "  " + $0.0, point: $0.1, numbers: numbers($0.1)) }
    }
  }

  private func numbers(_ point: Series.Point?) -> String {
    guard let point else { return "" }
    guard let ends = point.ends else { return y.unit.write(point.y) }
    return "\(y.unit.write(point.y)) "
      + "[\(y.unit.write(ends.lowerBound)), \(y.unit.write(ends.upperBound))]"
  }

  /// The points of lines and dots beside the bars, as numbers.
  private func otherLines(in whole: Chart) -> [String] {
    series(in: whole).filter { $0.kind != .bars }.map { one in
      let values = one.points.map { "\(whole.horizontalName($0.x)) \(y.unit.write($0.y))" }
      return "\(Glyph.series(one.index)) \(one.label): " + values.joined(separator: ", ")
    }
  }
}
