import Numerics

/// Decimal logarithms for log axes.
enum Logarithm {
  /// log₁₀ of a positive finite number, to about 1e-15.
  static func decimal(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the logarithm needs a positive number")
    return log(x) * 0.4342944819032518
  }

  /// The largest k with 10^k ≤ x.
  static func decade(of x: Double) -> Int {
    var k = Int(decimal(x).rounded(.down))
    while DecimalNumber(1, exponent: k).value > x { k -= 1 }
    while DecimalNumber(1, exponent: k + 1).value <= x { k += 1 }
    return k
  }
}
