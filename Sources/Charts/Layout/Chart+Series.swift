import Results

extension Chart {
  /// Whether the horizontal axis is one of categories.
  var hasBars: Bool { has(.bars) }

  /// The categories of all bars in the order in which they first appear.
  var categories: [String] {
    marks.filter { $0.kind == .bars }.flatMap(\.categories).reduce(into: []) { known, name in
      if !known.contains(name) { known.append(name) }
    }
  }

  /// What is drawn in a color of its own, ready to draw.
  var series: [Series] { series(in: self) }

  /// The series of a part of a chart, with the colors that they have in the whole.
  func series(in whole: Chart, _ names: ColourNames = ColourNames()) -> [Series] {
    let categories = whole.categories
    var colours = ColourOrder(whole, known: names.places)
    var slots = 0
    return marks.flatMap { mark -> [Series] in
      if mark.kind == .regions { return regions(of: mark, &colours) }
      guard mark.kind.isSeries else { return [] }
      let runs = runs(of: mark, in: whole, categories)
      let count = mark.kind.isPaired ? min(mark.x.count, mark.y.count) : mark.y.count
      // In a line, a number that is none is a gap, which is seen.
      let gaps = mark.kind.isLine || mark.kind == .lines ? mark.y.count(where: \.isNaN) : 0
      var series = Series(
        kind: mark.kind, label: mark.label, band: mark.band, note: mark.note,
        index: colours.next(mark.label), slot: slots, runs: runs,
        skipped: max(0, count - gaps - runs.reduce(0) { $0 + $1.count }))
      if mark.kind == .histogram {
        series.edges = mark.x
        series.skipped = unshowableCount(of: mark)
      }
      if mark.kind == .bars { slots += 1 }
      return [series]
    }
  }

  /// The values of the reference lines along an axis, with their labels.
  func rules(vertical: Bool) -> [(value: Double, label: String)] {
    if vertical && hasBars { return [] }
    let axis = vertical ? x : y
    return marks.filter { $0.kind == .rule && $0.x.isEmpty != vertical }.compactMap { mark in
      guard let value = vertical ? mark.x.first : mark.y.first,
        Scale.isShowable(value, axis.scale), axis.cut?.contains(value) ?? true
      else { return nil }
      return (value, mark.label)
    }
  }

  private func runs(
    of mark: Mark, in whole: Chart, _ categories: [String]
  ) -> [[Series.Point]] {
    var runs: [[Series.Point]] = [[]]
    for i in mark.y.indices {
      if mark.kind == .lines && !mark.x.isEmpty && i % mark.x.count == 0 { runs.append([]) }
      // Bins stay side by side, also the empty ones, of which a logarithm shows nothing.
      guard let position = position(i, of: mark, in: whole, categories),
        Scale.isShowable(mark.y[i], mark.kind == .histogram ? .linear : y.scale)
      else {
        runs.append([])
        continue
      }
      runs[runs.count - 1].append(.init(x: position, y: mark.y[i], ends: ends(i, of: mark)))
    }
    return runs.filter { !$0.isEmpty }
  }

  private func position(
    _ i: Int, of mark: Mark, in whole: Chart, _ categories: [String]
  ) -> Double? {
    let value: Double
    switch mark.kind {
    case .bars:
      guard i < mark.categories.count else { return nil }
      return categories.firstIndex(of: mark.categories[i]).map(Double.init)
    case .histogram:
      guard i + 1 < mark.x.count else { return nil }
      let middle = mark.x[i] + (mark.x[i + 1] - mark.x[i]) / 2
      return Scale.isShowable(middle, .linear) ? middle : nil
    case .lines:
      guard !mark.x.isEmpty else { return nil }
      value = mark.x[i % mark.x.count]
    default:
      guard i < mark.x.count else { return nil }
      value = mark.x[i]
    }
    // Beside bars, lines and dots stand at the categories' numbers 0, 1, …
    if whole.hasBars { return value >= 0 && value <= Double(categories.count - 1) ? value : nil }
    return Scale.isShowable(value, x.scale) ? value : nil
  }

  /// How many counted values lie in bins that reach to where the horizontal axis has no places.
  private func unshowableCount(of mark: Mark) -> Int {
    let counts = zip(mark.y, mark.x).filter { count, edge in
      Scale.isShowable(count, .linear) && !Scale.isShowable(edge, x.scale)
    }
    return Int(min(max(0, counts.reduce(0) { $0 + $1.0 }), 1e15))
  }

  private func ends(_ i: Int, of mark: Mark) -> ClosedRange<Double>? {
    guard i < mark.low.count, i < mark.high.count else { return nil }
    let (low, high) = (min(mark.low[i], mark.high[i]), max(mark.low[i], mark.high[i]))
    guard Scale.isShowable(low, .linear), Scale.isShowable(high, y.scale) else { return nil }
    return low...high
  }
}

extension Mark.Kind {
  /// Whether each of `y` stands at one of `x`.
  fileprivate var isPaired: Bool { self == .line || self == .steps || self == .dots }
}
