/// The parts of a power of e in single precision: x = n ln 2 + r with a whole n and |r| ≤ ½ ln 2. One after
/// the other they are `exp`; loops over many numbers take them one at a time.
@frozen
public struct ReducedExponent {
  /// What is left of x.
  public let r: Float
  /// A number whose last nine bits are n + 254.
  public let shifted: Float

  /// Of numbers beyond the largest and the least result, those results' exponents.
  @inlinable @inline(__always)
  public init(_ x: Float) {
    let low = x < -104 ? -104 : x
    let clamped = low > 89 ? 89 : low
    // Adding 1.5·2²³ rounds to the nearest whole number, in the low bits of the sum. 254 more, an
    // even number, changes no rounding, and is what the exponents of two factors begin at.
    shifted = clamped * 1.44269504 + 12_583_166
    let k = shifted - 12_583_166
    r = (clamped - k * 0.693359375) - k * -2.12194440e-4
  }

  /// Parts that were written down.
  @inlinable @inline(__always)
  public init(r: Float, shifted: Float) {
    self.r = r
    self.shifted = shifted
  }

  /// The polynomial's first terms.
  @inlinable @inline(__always)
  public var head: Float {
    var p: Float = 1.0 / 5_040.0
    p = p * r + 1.0 / 720.0
    p = p * r + 1.0 / 120.0
    p = p * r + 1.0 / 24.0
    return p * r + 1.0 / 6.0
  }

  /// The power, with the polynomial's first terms. Not-a-number comes through all of it as it was.
  @inlinable @inline(__always)
  public func power(_ head: Float) -> Float {
    let y = 1 + (r + r * r * (head * r + 0.5))
    // Two factors, so that neither overflows and a subnormal result is rounded once.
    let half = shifted.bitPattern >> 1
    let a = Float(bitPattern: half << 23)
    let b = Float(bitPattern: (shifted.bitPattern &- half) << 23)
    return y * a * b
  }
}
