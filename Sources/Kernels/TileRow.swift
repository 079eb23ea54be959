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
    if count == width { return Self(all: Vector(at: from)) }
    var all = Vector()
    withUnsafeMutableBytes(of: &all) { copyPart(from, into: Self.numbers($0), count) }
    return Self(all: all)
  }

  @inline(__always)
  func store(_ to: UnsafeMutablePointer<Real>, _ count: Int) {
    if count == Self.width { return all.store(at: to) }
    var all = all
    withUnsafeMutableBytes(of: &all) { copyPart(Self.numbers($0), into: to, count) }
  }

  @inline(__always)
  private static func numbers(_ bytes: UnsafeMutableRawBufferPointer) -> UnsafeMutablePointer<Real> {
    bytes.baseAddress!.assumingMemoryBound(to: Real.self)
  }

  @inline(__always)
  mutating func add(_ x: Real, _ row: Self) { all = Vector.multiplyAdd(x, row.all, all) }
}

/// Copies fewer than 16 numbers by halves.
@inline(__always)
private func copyPart(
  _ from: UnsafePointer<Real>, into to: UnsafeMutablePointer<Real>, _ count: Int
) {
  var done = 0
  if count & 8 != 0 {
    SIMD8(at: from).store(at: to)
    done = 8
  }
  if count & 4 != 0 {
    SIMD4(at: from + done).store(at: to + done)
    done += 4
  }
  if count & 2 != 0 {
    SIMD2(at: from + done).store(at: to + done)
    done += 2
  }
  if count & 1 != 0 { to[done] = from[done] }
}
