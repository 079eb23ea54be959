// Sine and cosine in plain IEEE arithmetic, by quarter turns and Taylor polynomials.

/// The sine of an angle in radians, within 2 ulp for |x| ≤ 1e5.
public func sin(_ x: Double) -> Double {
  // The quarter turns would lose the sign of −0.
  x == 0 ? x : quarterTurns(x, shift: 0)
}

/// The cosine of an angle in radians, within 2 ulp for |x| ≤ 1e5.
public func cos(_ x: Double) -> Double { quarterTurns(x, shift: 1) }

private func quarterTurns(_ x: Double, shift: Int) -> Double {
  guard x.isFinite, abs(x) <= 1e5 else {
    if x.isNaN { return x }
    refuse("sin and cos take angles between -100000 and 100000 radians, not \(x)")
  }
  let k = (x * 0.6366197723675814).rounded(.toNearestOrEven)
  // π/2 in three parts of 33 bits: k times each is exact.
  let first = x - k * 1.57079632673412561417e+00
  let second = k * 6.07710050630396597660e-11
  let head = first - second
  let r = head - (k * 2.02226624879595063154e-21 - ((first - head) - second))
  switch (Int(k) + shift) & 3 {
  case 0: return sinePolynomial(r)
  case 1: return cosinePolynomial(r)
  case 2: return -sinePolynomial(r)
  default: return -cosinePolynomial(r)
  }
}

private func sinePolynomial(_ r: Double) -> Double {
  let z = r * r
  var p = 1.0 / 355_687_428_096_000.0
  p = p * z - 1.0 / 1_307_674_368_000.0
  p = p * z + 1.0 / 6_227_020_800.0
  p = p * z - 1.0 / 39_916_800.0
  p = p * z + 1.0 / 362_880.0
  p = p * z - 1.0 / 5_040.0
  p = p * z + 1.0 / 120.0
  p = p * z - 1.0 / 6.0
  return r + r * z * p
}

private func cosinePolynomial(_ r: Double) -> Double {
  let z = r * r
  var p = -1.0 / 6_402_373_705_728_000.0
  p = p * z + 1.0 / 20_922_789_888_000.0
  p = p * z - 1.0 / 87_178_291_200.0
  p = p * z + 1.0 / 479_001_600.0
  p = p * z - 1.0 / 3_628_800.0
  p = p * z + 1.0 / 40_320.0
  p = p * z - 1.0 / 720.0
  p = p * z + 1.0 / 24.0
  return 1 - (0.5 * z - z * z * p)
}
