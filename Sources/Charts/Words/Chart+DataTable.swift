import Results

extension Chart {
  /// The chart's numbers as a table: a header and rows of strings, numbers with up to six
  /// significant digits and an ASCII minus. What an axis shows in percent is in percent.
  ///
  /// Series that share their horizontal values stand side by side; others one below the other, with
  /// the series' name in the first column. Values that cannot be drawn are `nan`, `inf`… or what
  /// they are; reference lines are left out.
  public var dataTable: (columns: [String], rows: [[String]]) {
    let drawn = marks.filter { $0.kind != .rule }
    guard let first = drawn.first else { return ([x.heading("x"), y.heading("y")], []) }
    let keys = keys(of: first)
    let isShared = drawn.allSatisfy { self.keys(of: $0) == keys }
    return isShared ? wideTable(drawn, keys) : longTable(drawn)
  }

  private func wideTable(
    _ marks: [Mark], _ keys: [String]
  ) -> (columns: [String], rows: [[String]]) {
    var columns = [x.heading(hasBars ? "category" : "x")]
    for mark in marks {
      let heading = y.heading("y")
      let name = marks.count == 1 || mark.label.isEmpty ? heading : mark.label + y.unit.heading
      columns.append(name)
      if mark.hasEnds { columns += ["\(name) low", "\(name) high"] }
    }
    let rows = keys.indices.map { i in
      [keys[i]] + marks.flatMap { values($0, i, withEnds: $0.hasEnds) }
    }
    return (columns, rows)
  }

  private func longTable(_ marks: [Mark]) -> (columns: [String], rows: [[String]]) {
    let withEnds = marks.contains(where: \.hasEnds)
    let columns = ["series", x.heading("x"), y.heading("y")] + (withEnds ? ["low", "high"] : [])
    let rows = marks.flatMap { mark in
      keys(of: mark).enumerated().map { i, key in
        [mark.label, key] + values(mark, i, withEnds: withEnds)
      }
    }
    return (columns, rows)
  }

  private func keys(of mark: Mark) -> [String] {
    if mark.kind == .bars { return Array(mark.categories.prefix(mark.y.count)) }
    return mark.x.prefix(mark.y.count).map { value in
      hasBars && value.isFinite && value.magnitude < 1e6
        ? horizontalName(value) : x.unit.write(value, digits: 6, isBare: true)
    }
  }

  private func values(_ mark: Mark, _ i: Int, withEnds: Bool) -> [String] {
    let columns = withEnds ? [mark.y, mark.low, mark.high] : [mark.y]
    return columns.map { values in
      values.indices.contains(i) ? y.unit.write(values[i], digits: 6, isBare: true) : ""
    }
  }
}

extension Mark {
  fileprivate var hasEnds: Bool { !low.isEmpty && !high.isEmpty }
}

extension Axis {
  /// The head of the axis' column.
  fileprivate func heading(_ fallback: String) -> String {
    (label.isEmpty ? fallback : label) + unit.heading
  }
}

extension Unit {
  fileprivate var heading: String {
    switch self {
    case .percent: " (%)"
    case .points: " (points)"
    case .number, .count: ""
    }
  }
}
