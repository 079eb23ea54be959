// Functions made of the exponential and the logarithm.

/// x to the power y for x ≥ 0.
///
/// A whole y of at most 64 in size is done by multiplication and is exact where that is; otherwise
/// the result is exp(y log x), with a relative error of about |y log x| ulp.
public func pow(_ x: Double, _ y: Double) -> Double {
  if y == y.rounded(), abs(y) <= 64 {
    var power = 1.0
    for _ in 0..<Int(abs(y)) { power *= x }
    return y < 0 ? 1 / power : power
  }
  if x == 0 { return y < 0 ? .infinity : 0 }
  return exp(y * log(x))
}

/// The hyperbolic tangent, within 3 ulp.
public func tanh(_ x: Double) -> Double {
  if abs(x) < 0.9 {
    // The quotient below would lose digits: use the continued fraction of Lambert.
    let z = x * x
    var f = 23.0
    for k in stride(from: 21.0, through: 1, by: -2) { f = k + z / f }
    return x / f
  }
  if abs(x) > 20 { return x < 0 ? -1 : 1 }
  let e = exp(2 * abs(x))
  let t = 1 - 2 / (e + 1)
  return x < 0 ? -t : t
}
