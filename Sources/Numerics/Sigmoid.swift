// The logistic function and the hyperbolic tangent in single precision: plain operations without
// branches, so that a loop over them becomes vector instructions.

/// The logistic function 1 / (1 + exp(−x)), within 3 ulp; subnormal results are kept.
///
/// Below 0 it is exp(x) / (1 + exp(x)), whose exponential cannot overflow.
@inlinable @inline(__always)
public func sigmoid(_ x: Float) -> Float {
  let e = exp(x < 0 ? x : -x)
  let top = x < 0 ? e : 1
  return top / (1 + e)
}

/// The logistic function 1 / (1 + exp(−x)), within 3 ulp; subnormal results are kept.
@inlinable
public func sigmoid(_ x: Double) -> Double {
  let e = exp(x < 0 ? x : -x)
  return (x < 0 ? e : 1) / (1 + e)
}

/// The hyperbolic tangent in single precision, within 2 ulp (the polynomial is that of Cephes).
@inlinable @inline(__always)
public func tanh(_ x: Float) -> Float {
  let z = x * x
  var p: Float = -5.70498872745e-3
  p = p * z + 2.06390887954e-2
  p = p * z - 5.37397155531e-2
  p = p * z + 1.33314422036e-1
  p = p * z - 3.33332819422e-1
  let near = x + x * z * p
  let size = x < 0 ? -x : x
  let t = 1 - 2 / (exp(2 * size) + 1)
  let far = x < 0 ? -t : t
  return size < 0.625 ? near : far
}
