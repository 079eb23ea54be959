// The power in plain IEEE arithmetic: the exponential of y log x, both with about 106 bits, because
// an error in the product is multiplied by its size.

/// x to the power y, within 1 ulp, and exact wherever the result can be; subnormal results are kept.
///
/// Zero, the infinities and not-a-number are treated as IEEE 754's `pow` does: pow(x, 0) and pow(1, y)
/// are 1 for every x and y. A negative x needs a whole y; other y give not-a-number.
public func pow(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  let size = abs(x)
  let whole = y == y.rounded()
  let odd = whole && abs(y) < 0x1p53 && (y / 2) != (y / 2).rounded()
  if x < 0 && !whole && x > -.infinity { return .nan }
  let sign = x.sign == .minus && odd ? -1.0 : 1.0
  if size == 0 || size == .infinity { return sign * ((size == 0) == (y < 0) ? .infinity : 0) }
  if y.isInfinite { return size == 1 ? 1 : (size > 1) == (y > 0) ? .infinity : 0 }
  // Beyond 2⁶⁵ every power of a number other than 1 overflows or vanishes.
  let bounded = max(min(y, 0x1p65), -0x1p65)
  return sign * exponential(of: logarithm(of: size) * DoubleDouble(bounded))
}

/// log x for a finite x > 0: split off the exponent, then log m = 2 artanh((m − 1) / (m + 1)).
private func logarithm(of x: Double) -> DoubleDouble {
  var exponent = Double(x.exponent)
  var m = x.significand
  if m > 1.4142135623730951 {
    m /= 2
    exponent += 1
  }
  let s = DoubleDouble(m - 1) / DoubleDouble(sum: m, 1)
  let z = s * s
  // The far terms are small enough for one double.
  var p = 1.0 / 27.0
  for k in stride(from: 25.0, through: 9, by: -2) { p = 1 / k + z.high * p }
  var sum = DoubleDouble(p)
  for k in stride(from: 7.0, through: 1, by: -2) {
    sum = DoubleDouble(1) / DoubleDouble(k) + z * sum
  }
  let fraction = s * sum
  return DoubleDouble(exponent) * naturalLogarithmOf2
    + DoubleDouble(2 * fraction.high, 2 * fraction.low)
}

/// The double next to e to the power x.
private func exponential(of x: DoubleDouble) -> Double {
  if !(x.high < 709.79) { return .infinity }
  if x.high < -745.2 { return 0 }
  let k = (x.high * 1.4426950408889634).rounded(.toNearestOrEven)
  let r = x + DoubleDouble(-k) * naturalLogarithmOf2
  // 1 + r (1 + r/2 (1 + r/3 (…))), the far terms in one double.
  var p = 1.0
  for n in stride(from: 22.0, through: 9, by: -1) { p = 1 + r.high * p / n }
  var sum = DoubleDouble(p)
  for n in stride(from: 8.0, through: 1, by: -1) {
    sum = DoubleDouble(1) + r * sum / DoubleDouble(n)
  }
  let n = Int(k)
  let half = n / 2
  return (sum.high + sum.low) * powerOfTwo(half) * powerOfTwo(n - half)
}

private let naturalLogarithmOf2 = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)
