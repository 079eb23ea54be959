/// A function of one power of e: f(x) = value(x, exp(exponent(x))).
public protocol PowerFormula {
  /// What e is raised to.
  static func exponent(_ x: Float) -> Float
  /// f(x), with the power.
  static func value(_ x: Float, _ power: Float) -> Float
  /// f(x) in double precision, where it need not have one power.
  static func value(_ x: Double) -> Double
}

/// exp x
public enum Exponential: PowerFormula {
  /// What e is raised to.
  @inlinable @inline(__always)
  public static func exponent(_ x: Float) -> Float { x }
  /// The function, with the power.
  @inlinable @inline(__always)
  public static func value(_ x: Float, _ power: Float) -> Float { power }
  /// The function in double precision.
  public static func value(_ x: Double) -> Double { exp(x) }
}

/// 1 / (1 + exp(−x))
///
/// Below 0 it is exp(x) / (1 + exp(x)), whose exponential cannot overflow.
public enum Sigmoid: PowerFormula {
  /// What e is raised to.
  @inlinable @inline(__always)
  public static func exponent(_ x: Float) -> Float { x < 0 ? x : -x }
  /// The function, with the power.
  @inlinable @inline(__always)
  public static func value(_ x: Float, _ power: Float) -> Float {
    let top = x < 0 ? power : 1
    return top / (1 + power)
  }
  /// The function in double precision.
  public static func value(_ x: Double) -> Double { sigmoid(x) }
}

/// The hyperbolic tangent (the polynomial is that of Cephes).
public enum HyperbolicTangent: PowerFormula {
  /// What e is raised to.
  @inlinable @inline(__always)
  public static func exponent(_ x: Float) -> Float { 2 * (x < 0 ? -x : x) }
  /// The function, with the power.
  @inlinable @inline(__always)
  public static func value(_ x: Float, _ power: Float) -> Float {
    let z = x * x
    var p: Float = -5.70498872745e-3
    p = p * z + 2.06390887954e-2
    p = p * z - 5.37397155531e-2
    p = p * z + 1.33314422036e-1
    p = p * z - 3.33332819422e-1
    let near = x + x * z * p
    let size = x < 0 ? -x : x
    let t = 1 - 2 / (power + 1)
    let far = x < 0 ? -t : t
    return size < 0.625 ? near : far
  }
  /// The function in double precision.
  public static func value(_ x: Double) -> Double { tanh(x) }
}
