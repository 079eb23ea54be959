import Results

extension Scale {
  /// The scale that shows all of `values` (what has no place on it is ignored), with about `count`
  /// labelled ticks and ends on ticks. An axis that is cut, or one that `keepsEnds`, ends where the
  /// values do.
  init(_ axis: Axis, showing values: [Double], count: Int, keepsEnds: Bool = false) {
    if let range = axis.cut {
      self.init(
        kind: axis.scale, low: range.lowerBound, high: range.upperBound, reversed: axis.reversed)
      addTicks(axis.unit, count: count)
      return
    }
    let shown = (values + axis.including).filter { Self.isShowable($0, axis.scale) }
    let low = shown.min()
    let high = shown.max()
    self.init(
      kind: axis.scale, low: low ?? (axis.scale == .log ? 1 : 0), high: high ?? 1,
      reversed: axis.reversed)
    switch kind {
    case .linear:
      widen(isPercent: axis.unit == .percent)
      if keepsEnds { addTicks(axis.unit, count: count) } else { roundEnds(axis.unit, count: count) }
    case .log:
      if !keepsEnds || self.high < self.low * 1.01 { roundDecades() }
      addTicks(axis.unit, count: count)
    }
  }

  /// A scale of names at 0, 1, 2 …
  init(naming names: [String]) {
    self.init(
      kind: .linear, low: -0.5, high: Double(max(1, names.count)) - 0.5, reversed: false,
      ticks: names.enumerated().map { Tick(value: Double($0), label: $1) })
  }

  private mutating func addTicks(_ unit: Unit, count: Int) {
    switch kind {
    case .linear:
      let wholeNumbers = unit == .count && high - low >= 1
      let step = TickStep(span: high - low, count: count, wholeNumbers: wholeNumbers)
      ticks = Self.linearTicks(from: low, to: high, step: step, unit: unit)
    case .log: ticks = Self.decimalTicks(from: low, to: high, unit: unit, count: count)
    }
  }

  /// Gives an axis whose values are all (nearly) equal a length.
  private mutating func widen(isPercent: Bool) {
    let largest = max(low.magnitude, high.magnitude)
    guard high - low <= largest * 1e-12 || high - low < 1e-290 else { return }
    if largest < 1e-290 {
      (low, high) = isPercent ? (0, 1) : (-1, 1)
    } else if isPercent && low > 0 && high <= 1 {
      (low, high) = (0, 1)
    } else {
      (low, high) = (min(0, 2 * low), max(0, 2 * high))
    }
  }

  private mutating func roundEnds(_ unit: Unit, count: Int) {
    let wholeNumbers = unit == .count && high - low >= 1
    var step = TickStep(span: high - low, count: count, wholeNumbers: wholeNumbers)
    for _ in 0..<3 {
      low = min(low, step.multiple(step.index(notAbove: low)).value)
      high = max(high, step.multiple(step.index(notBelow: high)).value)
      let next = TickStep(span: high - low, count: count, wholeNumbers: wholeNumbers)
      if next == step { break }
      step = next
    }
    ticks = Self.linearTicks(from: low, to: high, step: step, unit: unit)
  }

  /// Moves the ends of a log axis outwards to 1, 2 or 5 times a power of ten.
  private mutating func roundDecades() {
    if low == high { (low, high) = (max(low / 3, 1e-300), min(high * 3, 1e300)) }
    let steps = [1, 2, 5, 10]
    let first = Logarithm.decade(of: low)
    let last = Logarithm.decade(of: high)
    low = steps.map { DecimalNumber($0, exponent: first).value }.last { $0 <= low } ?? low
    high = steps.map { DecimalNumber($0, exponent: last).value }.first { $0 >= high } ?? high
  }
}

extension Scale {
  /// Whether a range can be a scale: its ends have places, and not nearly the same one.
  static func canShow(_ range: ClosedRange<Double>, _ kind: Axis.Scale) -> Bool {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard isShowable(low, kind), isShowable(high, kind) else { return false }
    let largest = max(low.magnitude, high.magnitude, 1e-280)
    return kind == .log ? high >= low * 1.01 : high - low > largest * 1e-10
  }
}

extension Axis {
  /// Where the axis is cut; nil also for ends that it cannot show or that are too near each other.
  var cut: ClosedRange<Double>? {
    guard let within, Charts.Scale.canShow(within, scale) else { return nil }
    return within
  }
}
