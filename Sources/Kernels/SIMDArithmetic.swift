/// What a tile needs of a vector. The standard library's operators are concrete for each width, so
/// generic code reaches them through this.
protocol SIMDArithmetic: SIMD where Scalar == Real {
  /// x · v + sum, rounded after the product and after the sum.
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self
  /// The first `count` numbers from an address on, then zeros.
  init(at address: UnsafePointer<Real>, count: Int)
  /// Writes the first `count` numbers from an address on.
  func store(at address: UnsafeMutablePointer<Real>, count: Int)
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

extension SIMD4<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }

  @inline(__always)
  init(at address: UnsafePointer<Real>, count: Int) {
    self.init()
    if count > 0 { self[0] = address[0] }
    if count > 1 { self[1] = address[1] }
    if count > 2 { self[2] = address[2] }
    if count > 3 { self[3] = address[3] }
  }

  @inline(__always)
  func store(at address: UnsafeMutablePointer<Real>, count: Int) {
    if count > 0 { address[0] = self[0] }
    if count > 1 { address[1] = self[1] }
    if count > 2 { address[2] = self[2] }
    if count > 3 { address[3] = self[3] }
  }
}

extension SIMD8<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }

  @inline(__always)
  init(at address: UnsafePointer<Real>, count: Int) {
    if count < 4 {
      self.init(lowHalf: SIMD4(at: address, count: count), highHalf: SIMD4())
    } else {
      self.init(
        lowHalf: SIMD4(at: address), highHalf: SIMD4(at: address + 4, count: count - 4))
    }
  }

  @inline(__always)
  func store(at address: UnsafeMutablePointer<Real>, count: Int) {
    if count < 4 {
      lowHalf.store(at: address, count: count)
    } else {
      lowHalf.store(at: address)
      highHalf.store(at: address + 4, count: count - 4)
    }
  }
}

extension SIMD16<Real>: SIMDArithmetic {
  @inline(__always)
  static func multiplyAdd(_ x: Real, _ v: Self, _ sum: Self) -> Self { sum + x * v }

  @inline(__always)
  init(at address: UnsafePointer<Real>, count: Int) {
    if count < 8 {
      self.init(lowHalf: SIMD8(at: address, count: count), highHalf: SIMD8())
    } else {
      self.init(
        lowHalf: SIMD8(at: address), highHalf: SIMD8(at: address + 8, count: count - 8))
    }
  }

  @inline(__always)
  func store(at address: UnsafeMutablePointer<Real>, count: Int) {
    if count < 8 {
      lowHalf.store(at: address, count: count)
    } else {
      lowHalf.store(at: address)
      highHalf.store(at: address + 8, count: count - 8)
    }
  }
}
