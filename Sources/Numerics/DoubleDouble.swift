/// A number as the unevaluated sum of two doubles, about 106 bits (Dekker 1971, *A Floating-Point
/// Technique for Extending the Available Precision*). Plain operations only: the error of a product
/// comes from splitting the factors, not from a fused multiply-add.
struct DoubleDouble {
  let high: Double
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// a + b exactly, where |a| ≥ |b|.
  init(larger a: Double, smaller b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// a + b exactly.
  init(sum a: Double, _ b: Double) {
    high = a + b
    let part = high - a
    low = (a - (high - part)) + (b - part)
  }

  /// a · b exactly, where nothing overflows or is subnormal.
  init(product a: Double, _ b: Double) {
    let (a1, a2) = Self.halves(a)
    let (b1, b2) = Self.halves(b)
    high = a * b
    low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2
  }

  static func + (a: Self, b: Self) -> Self {
    let sum = Self(sum: a.high, b.high)
    return Self(larger: sum.high, smaller: sum.low + (a.low + b.low))
  }

  static func * (a: Self, b: Self) -> Self {
    let product = Self(product: a.high, b.high)
    return Self(
      larger: product.high, smaller: product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Self, b: Self) -> Self {
    let quotient = a.high / b.high
    let product = Self(quotient) * b
    let rest = ((a.high - product.high) - product.low) + a.low
    return Self(larger: quotient, smaller: rest / b.high)
  }

  /// The upper 26 bits of a number and the rest (Veltkamp).
  private static func halves(_ x: Double) -> (Double, Double) {
    let c = 134_217_729 * x
    let upper = c - (c - x)
    return (upper, x - upper)
  }
}
