// The exponential function in plain IEEE arithmetic: reduce by ln 2, a Taylor polynomial, scale.
// libm's own differ in their bits from CPU to CPU.

/// e to the power x, the same bits on every machine, within 1 ulp; subnormal results are kept.
///
/// Overflows to infinity above 709.78 and to 0 below −745.13. Not-a-number stays.
public func exp(_ x: Double) -> Double {
  if !(x < 709.782712893384) { return x.isNaN ? x : .infinity }
  if x < -745.1332191019412 { return 0 }
  let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
  // ln 2 in two parts: k times the first is exact.
  let r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10
  var p = 1.0 / 6_227_020_800.0
  p = p * r + 1.0 / 479_001_600.0
  p = p * r + 1.0 / 39_916_800.0
  p = p * r + 1.0 / 3_628_800.0
  p = p * r + 1.0 / 362_880.0
  p = p * r + 1.0 / 40_320.0
  p = p * r + 1.0 / 5_040.0
  p = p * r + 1.0 / 720.0
  p = p * r + 1.0 / 120.0
  p = p * r + 1.0 / 24.0
  p = p * r + 1.0 / 6.0
  p = p * r + 0.5
  let y = 1 + (r + r * r * p)
  // Two factors, so that neither overflows and a subnormal result is rounded once.
  let n = Int(k)
  let half = n / 2
  return y * powerOfTwo(half) * powerOfTwo(n - half)
}

/// e to the power x in single precision, within 1 ulp; subnormal results are kept. Plain operations
/// without branches, so that a loop over it becomes vector instructions.
@inlinable @inline(__always)
public func exp(_ x: Float) -> Float {
  let reduced = ReducedExponent(x)
  return reduced.power(reduced.head)
}

/// 2 to the power n, for n between −1022 and 1023.
@inline(__always)
func powerOfTwo(_ n: Int) -> Double {
  Double(bitPattern: UInt64(n + 1023) << 52)
}
