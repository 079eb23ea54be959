/// The hyperbolic tangent, within 2 ulp.
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
