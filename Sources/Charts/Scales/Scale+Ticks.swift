import Numerics
import Results

extension Scale {
  /// The multiples of `step` in an interval; all are written with the same number of decimals.
  static func linearTicks(from low: Double, to high: Double, step: TickStep, unit: Unit) -> [Tick] {
    let first = step.index(notBelow: low)
    let last = step.index(notAbove: high)
    guard first <= last else { return [] }
    let shift = unit.shift
    let largest = max(low.magnitude, high.magnitude)
    let isPlain =
      largest < DecimalNumber(1, exponent: 6 - shift).value
      && (step.exponent + shift >= -5 || largest >= DecimalNumber(1, exponent: -3 - shift).value)
    return (first...last).map { i in
      let shown = step.multiple(i).shifted(by: shift)
      let label = (isPlain ? shown.plain : shown.scientific) + unit.suffix
      return Tick(value: step.multiple(i).value, label: label)
    }
  }

  /// 1, 2, … 9 times the powers of ten in an interval. The powers are labelled (every second or
  /// third where there are many), under three decades also 2 and 5 times them, and an interval too
  /// short for three such labels has the ticks of a linear axis.
  static func decimalTicks(from low: Double, to high: Double, unit: Unit, count: Int) -> [Tick] {
    let first = Logarithm.decade(of: low)
    let last = Logarithm.decade(of: high)
    let decades = Logarithm.decimal(high) - Logarithm.decimal(low)
    let every = max(1, Int((decades / Double(max(1, count))).rounded()))
    let isShort = decades < 3
    let ticks = (first...last).flatMap { k in
      (decades > 12 ? 1...1 : 1...9).compactMap { m -> Tick? in
        let value = DecimalNumber(m, exponent: k).value
        guard value >= low && value <= high else { return nil }
        let isLabelled = isShort ? [1, 2, 5].contains(m) : m == 1 && k % every == 0
        let shown = DecimalNumber(m, exponent: k + unit.shift).value
        let label = NumberFormatting.significant(shown, digits: 1) + unit.suffix
        return Tick(value: value, label: isLabelled ? label : nil)
      }
    }
    if !isShort || ticks.count(where: { $0.label != nil }) >= 3 { return ticks }
    let step = TickStep(span: high - low, count: count)
    return linearTicks(from: low, to: high, step: step, unit: unit)
  }
}
