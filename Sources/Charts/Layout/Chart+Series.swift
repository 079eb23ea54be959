import Results

extension Chart {
  /// Whether the horizontal axis is one of categories.
  var hasBars: Bool { marks.contains { $0.kind == .bars } }

  /// The categories of all bars in the order in which they first appear.
  var categories: [String] {
    marks.filter { $0.kind == .bars }.flatMap(\.categories).reduce(into: []) { known, name in
      if !known.contains(name) { known.append(name) }
    }
  }

  /// The lines, dots and bars, ready to draw.
  var series: [Series] {
    let categories = self.categories
    let drawn = marks.filter { $0.kind != .rule }
    return drawn.enumerated().map { place, mark in
      let runs = runs(of: mark, categories: categories)
      let count = mark.kind == .bars ? mark.y.count : min(mark.x.count, mark.y.count)
      return Series(
        kind: mark.kind, label: mark.label, band: mark.band,
        index: Self.colourIndex(of: place, in: drawn),
        slot: drawn[..<place].count { $0.kind == .bars }, runs: runs,
        skipped: count - runs.reduce(0) { $0 + $1.count })
    }
  }

  /// The values of the reference lines along an axis, with their labels.
  func rules(vertical: Bool) -> [(value: Double, label: String)] {
    if vertical && hasBars { return [] }
    let axis = vertical ? x : y
    return marks.filter { $0.kind == .rule && $0.x.isEmpty != vertical }.compactMap { mark in
      guard let value = vertical ? mark.x.first : mark.y.first,
        Scale.isShowable(value, axis.scale)
      else { return nil }
      return (value, mark.label)
    }
  }

  private static func colourIndex(of place: Int, in marks: [Mark]) -> Int {
    var known: [String] = []
    for mark in marks[...place] where mark.label.isEmpty || !known.contains(mark.label) {
      known.append(mark.label)
    }
    let label = marks[place].label
    return label.isEmpty ? known.count - 1 : known.firstIndex(of: label)!
  }

  private func runs(of mark: Mark, categories: [String]) -> [[Series.Point]] {
    var runs: [[Series.Point]] = [[]]
    for i in mark.y.indices {
      guard let position = position(i, of: mark, categories: categories),
        Scale.isShowable(mark.y[i], y.scale)
      else {
        runs.append([])
        continue
      }
      runs[runs.count - 1].append(.init(x: position, y: mark.y[i], ends: ends(i, of: mark)))
    }
    return runs.filter { !$0.isEmpty }
  }

  private func position(_ i: Int, of mark: Mark, categories: [String]) -> Double? {
    if mark.kind == .bars {
      guard i < mark.categories.count else { return nil }
      return categories.firstIndex(of: mark.categories[i]).map(Double.init)
    }
    guard i < mark.x.count else { return nil }
    let value = mark.x[i]
    // Beside bars, lines and dots stand at the categories' numbers 0, 1, …
    if hasBars { return value >= 0 && value <= Double(categories.count - 1) ? value : nil }
    return Scale.isShowable(value, x.scale) ? value : nil
  }

  private func ends(_ i: Int, of mark: Mark) -> ClosedRange<Double>? {
    guard i < mark.low.count, i < mark.high.count else { return nil }
    let (low, high) = (min(mark.low[i], mark.high[i]), max(mark.low[i], mark.high[i]))
    guard Scale.isShowable(low, .linear), Scale.isShowable(high, y.scale) else { return nil }
    return low...high
  }
}
