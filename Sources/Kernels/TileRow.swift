/// What a row of a tile holds in registers: two vectors or one.
protocol TileRow {
  static var zero: Self { get }
  /// How many numbers a row has.
  static var width: Int { get }
  init(at address: UnsafePointer<Real>)
  func store(at address: UnsafeMutablePointer<Real>)
  /// Adds x times a row of b.
  mutating func add(_ x: Real, _ row: Self)
}

/// Two vectors.
struct PairRow<Vector: SIMDArithmetic>: TileRow {
  private var low: Vector
  private var high: Vector

  @inline(__always) static var zero: Self { Self(low: Vector(), high: Vector()) }
  @inline(__always) static var width: Int { 2 * Vector.scalarCount }

  @inline(__always)
  private init(low: Vector, high: Vector) {
    self.low = low
    self.high = high
  }

  @inline(__always)
  init(at address: UnsafePointer<Real>) {
    low = Vector(at: address)
    high = Vector(at: address + Vector.scalarCount)
  }

  @inline(__always)
  func store(at address: UnsafeMutablePointer<Real>) {
    low.store(at: address)
    high.store(at: address + Vector.scalarCount)
  }

  @inline(__always)
  mutating func add(_ x: Real, _ row: Self) {
    low = Vector.multiplyAdd(x, row.low, low)
    high = Vector.multiplyAdd(x, row.high, high)
  }
}

/// One vector.
struct SingleRow<Vector: SIMDArithmetic>: TileRow {
  private var all: Vector

  @inline(__always) static var zero: Self { Self(all: Vector()) }
  @inline(__always) static var width: Int { Vector.scalarCount }

  @inline(__always)
  private init(all: Vector) { self.all = all }

  @inline(__always)
  init(at address: UnsafePointer<Real>) { all = Vector(at: address) }

  @inline(__always)
  func store(at address: UnsafeMutablePointer<Real>) { all.store(at: address) }

  @inline(__always)
  mutating func add(_ x: Real, _ row: Self) { all = Vector.multiplyAdd(x, row.all, all) }
}
