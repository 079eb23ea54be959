import Results

/// Horizontal places of a chart: of numbers, or of categories.
enum HorizontalAxis {
  case numbers(Scale)
  case categories([String])

  /// Where a number (of a category: its place in the list) is, from 0 to 1.
  func fraction(_ x: Double) -> Double? {
    switch self {
    case .numbers(let scale): scale.fraction(x)
    case .categories(let names): names.isEmpty ? nil : (x + 0.5) / Double(names.count)
    }
  }

  /// The scale of numbers; nil for categories.
  var scale: Scale? {
    if case .numbers(let scale) = self { scale } else { nil }
  }

  /// The ticks between two pixels; labels that would overlap are left out.
  func ticks(from left: Double, to right: Double) -> [ChartLayout.AxisTick] {
    switch self {
    case .numbers(let scale):
      var taken = -Double.infinity
      let ticks = scale.reversed ? scale.ticks.reversed() : scale.ticks
      return ticks.compactMap { tick in
        guard let fraction = scale.fraction(tick.value) else { return nil }
        let position = left + fraction * (right - left)
        guard let label = tick.label.map(Typography.minus) else {
          return .init(position: position, lines: [])
        }
        let half = TextMetrics.width(label) / 2
        guard position - half > taken else { return .init(position: position, lines: []) }
        taken = position + half + 6
        return .init(position: position, lines: [label])
      }
    case .categories(let names):
      let step = (right - left) / Double(max(1, names.count))
      let widest = names.map(TextMetrics.width).max() ?? 0
      // Narrow bands have no room for broken lines: name every second, third … one.
      let every = step >= 40 ? 1 : max(1, Int(((widest + 8) / step).rounded(.up)))
      return names.enumerated().map { i, name in
        let lines =
          i % every > 0
          ? [] : TextMetrics.wrap(name, to: step * Double(every) - 4, lines: 3)
        return .init(position: left + (Double(i) + 0.5) * step, lines: lines)
      }
    }
  }
}
