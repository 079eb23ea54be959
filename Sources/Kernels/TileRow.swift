/// What a row of a tile holds in registers: one or two vectors, or a part of one.
protocol TileRow {
  associatedtype Vector: SIMDArithmetic
  static var zero: Self { get }
  /// How many numbers a row has, at most.
  static var width: Int { get }
  /// Reads `count` numbers; those beyond are anything.
  static func load(_ from: UnsafePointer<Real>, _ count: Int) -> Self
  func store(_ to: UnsafeMutablePointer<Real>, _ count: Int)
  /// Adds x times a row of b.
  mutating func add(_ x: Real, _ row: Self)
}

/// Two vectors.
struct PairRow<Vector: SIMDArithmetic>: TileRow {
  var low: Vector
  var high: Vector

  @inline(__always) static var zero: Self { Self(low: Vector(), high: Vector()) }
  @inline(__always) static var width: Int { 2 * Vector.scalarCount }

  @inline(__always)
  static func load(_ from: UnsafePointer<Real>, _ count: Int) -> Self {
    Self(low: Vector(at: from), high: Vector(at: from + Vector.scalarCount))
  }

  @inline(__always)
  func store(_ to: UnsafeMutablePointer<Real>, _ count: Int) {
    low.store(at: to)
    high.store(at: to + Vector.scalarCount)
  }

  @inline(__always)
  mutating func add(_ x: Real, _ row: Self) {
    low = Vector.multiplyAdd(x, row.low, low)
    high = Vector.multiplyAdd(x, row.high, high)
  }
}

/// The first `count` numbers of a vector.
struct PartialRow<Vector: SIMDArithmetic>: TileRow {
  var all: Vector

  @inline(__always) static var zero: Self { Self(all: Vector()) }
  @inline(__always) static var width: Int { Vector.scalarCount }

  @inline(__always)
  static func load(_ from: UnsafePointer<Real>, _ count: Int) -> Self {
    Self(all: count == width ? Vector(at: from) : Vector(at: from, count: count))
  }

  @inline(__always)
  func store(_ to: UnsafeMutablePointer<Real>, _ count: Int) {
    if count == Self.width { all.store(at: to) } else { all.store(at: to, count: count) }
  }

  @inline(__always)
  mutating func add(_ x: Real, _ row: Self) { all = Vector.multiplyAdd(x, row.all, all) }
}
