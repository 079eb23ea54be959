/// The decimal logarithm from plain + − × ÷, so that a chart has the same coordinates on every
/// machine (the bits of libm's differ by CPU).
enum Logarithm {
  private static let ln2 = 0.6931471805599453
  private static let log10OfE = 0.4342944819032518

  /// log₁₀ of a positive finite number, to about 1e-15.
  static func decimal(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the logarithm needs a positive number")
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    // ln m = 2 artanh s, |s| < 0.172: eleven odd terms reach the last bit.
    let s = (significand - 1) / (significand + 1)
    var sum = 0.0
    for n in stride(from: 21, through: 1, by: -2) { sum = sum * (s * s) + 1 / Double(n) }
    return (exponent * ln2 + 2 * s * sum) * log10OfE
  }

  /// The largest k with 10^k ≤ x.
  static func decade(of x: Double) -> Int {
    var k = Int(decimal(x).rounded(.down))
    while DecimalNumber(1, exponent: k).value > x { k -= 1 }
    while DecimalNumber(1, exponent: k + 1).value <= x { k += 1 }
    return k
  }
}
