// The natural logarithm in plain IEEE arithmetic: split off the exponent, then the series of the
// inverse hyperbolic tangent, log m = 2 artanh((m − 1) / (m + 1)).

/// The natural logarithm, the same bits on every machine, within 1 ulp.
///
/// The logarithm of 0 is −∞, that of a negative number is not a number.
public func log(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
  var exponent = Double(x.exponent)
  var m = x.significand
  if m > 1.4142135623730951 {
    m /= 2
    exponent += 1
  }
  return logarithm(m, exponent)
}

/// log (m · 2^exponent) for m between √½ and √2.
@inlinable @inline(__always)
func logarithm(_ m: Double, _ exponent: Double) -> Double {
  let f = m - 1
  let s = f / (2 + f)
  let z = s * s
  var p = 1.0 / 25.0
  p = p * z + 1.0 / 23.0
  p = p * z + 1.0 / 21.0
  p = p * z + 1.0 / 19.0
  p = p * z + 1.0 / 17.0
  p = p * z + 1.0 / 15.0
  p = p * z + 1.0 / 13.0
  p = p * z + 1.0 / 11.0
  p = p * z + 1.0 / 9.0
  p = p * z + 1.0 / 7.0
  p = p * z + 1.0 / 5.0
  p = p * z + 1.0 / 3.0
  // log m = f − f²/2 + s (f²/2 + 2 z p): the first two terms carry nearly everything.
  let h = 0.5 * f * f
  let tail = s * (h + 2 * z * p)
  return exponent * 6.93147180369123816490e-01
    - ((h - (tail + exponent * 1.90821492927058770002e-10)) - f)
}

/// The natural logarithm in single precision, within 1 ulp. Without branches, so that a loop over it
/// becomes vector instructions.
@inlinable @inline(__always)
public func log(_ x: Float) -> Float {
  // Every single-precision number is a normal one in double precision.
  let bits = Double(x).bitPattern
  let significand = Double(bitPattern: bits & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
  let exponent = Double(Int32(truncatingIfNeeded: bits >> 52) &- 1023)
  let large = significand > 1.4142135623730951
  let value = Float(
    logarithm(large ? significand * 0.5 : significand, large ? exponent + 1 : exponent))
  let special: Float = x == 0 ? -.infinity : x > 0 ? x : .nan
  return x > 0 && x < .infinity ? value : special
}
