/// What a tile needs of a vector. The standard library's operators are concrete for each width, so
/// generic code reaches them through this.
protocol SIMDArithmetic: SIMD where Scalar == Real {
  /// x · v + sum, rounded after the product and after the sum.
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self
}

extension SIMDArithmetic {
  /// The numbers from an address on.
  @inline(__always)
  init(at address: UnsafePointer<Real>) {
    self = UnsafeRawPointer(address).loadUnaligned(as: Self.self)
  }

  /// Writes the numbers from an address on.
  @inline(__always)
  func store(at address: UnsafeMutablePointer<Real>) {
    UnsafeMutableRawPointer(address).storeBytes(of: self, as: Self.self)
  }
}

extension SIMD2<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }
}
extension SIMD4<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }
}
extension SIMD8<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }
}
extension SIMD16<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }
}
