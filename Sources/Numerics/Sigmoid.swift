// The logistic function and the hyperbolic tangent: in single precision plain operations without
// branches, so that a loop over them becomes vector instructions.

/// The logistic function 1 / (1 + exp(−x)), within 3 ulp; subnormal results are kept.
@inlinable @inline(__always)
public func sigmoid(_ x: Float) -> Float { Sigmoid.value(x, exp(Sigmoid.exponent(x))) }

/// The logistic function 1 / (1 + exp(−x)), within 3 ulp; subnormal results are kept.
@inlinable
public func sigmoid(_ x: Double) -> Double {
  let e = exp(x < 0 ? x : -x)
  return (x < 0 ? e : 1) / (1 + e)
}

/// The hyperbolic tangent in single precision, within 2 ulp.
@inlinable @inline(__always)
public func tanh(_ x: Float) -> Float {
  HyperbolicTangent.value(x, exp(HyperbolicTangent.exponent(x)))
}
