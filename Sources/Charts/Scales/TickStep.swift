/// The distance of a linear axis' ticks: 10^exponent times 1, 2 or 5.
struct TickStep: Equatable {
  var factor: Int
  var exponent: Int

  /// The step that cuts `span` into about `count` parts (the thresholds are d3's: √2, √10, √50).
  init(span: Double, count: Int, wholeNumbers: Bool = false) {
    let raw = span / Double(max(1, count))
    exponent = Logarithm.decade(of: raw)
    let excess = raw / DecimalNumber(1, exponent: exponent).value
    factor = excess >= 7.0710678118654755 ? 10 : excess >= 3.1622776601683795 ? 5 : 1
    if factor == 1 && excess >= 1.4142135623730951 { factor = 2 }
    if factor == 10 { (factor, exponent) = (1, exponent + 1) }
    if wholeNumbers && exponent < 0 { (factor, exponent) = (1, 0) }
  }

  /// The i-th multiple.
  func multiple(_ i: Int) -> DecimalNumber { .init(i * factor, exponent: exponent) }

  /// The last multiple that is not above `x` (a hair above counts as equal).
  func index(notAbove x: Double) -> Int { index(of: x, .down) }

  /// The first multiple that is not below `x`.
  func index(notBelow x: Double) -> Int { index(of: x, .up) }

  private func index(of x: Double, _ rule: FloatingPointRoundingRule) -> Int {
    let quotient = x / multiple(1).value
    let nearest = quotient.rounded()
    // 0.3 / 0.1 is 2.9999999999999996: division must not cost a step.
    let isMultiple = abs(quotient - nearest) <= max(1e-9, abs(quotient) * 4e-15)
    return Int(isMultiple ? nearest : quotient.rounded(rule))
  }
}
