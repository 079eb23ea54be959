import Numerics

/// The extents of a tensor, at most four and none below 0, outermost first: `[batch, features]`.
public struct Shape: Sendable, Hashable, CustomStringConvertible {
  private let extents: SIMD4<Int32>
  /// How many dimensions there are; 0 for a single number.
  public let rank: Int

  /// The shape of a single number.
  public init() {
    extents = SIMD4(repeating: 1)
    rank = 0
  }

  /// One dimension.
  public init(_ a: Int) {
    self.init(rank: 1, SIMD4(Int32(a), 1, 1, 1))
  }

  /// Two dimensions: rows and columns.
  public init(_ a: Int, _ b: Int) {
    self.init(rank: 2, SIMD4(Int32(a), Int32(b), 1, 1))
  }

  /// Three dimensions.
  public init(_ a: Int, _ b: Int, _ c: Int) {
    self.init(rank: 3, SIMD4(Int32(a), Int32(b), Int32(c), 1))
  }

  /// Four dimensions.
  public init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    self.init(rank: 4, SIMD4(Int32(a), Int32(b), Int32(c), Int32(d)))
  }

  private init(rank: Int, _ extents: SIMD4<Int32>) {
    require(extents.min() >= 0, "a tensor's extents are at least 0, not \(extents)")
    self.extents = extents
    self.rank = rank
  }

  /// The extent of a dimension, from 0.
  public subscript(_ dimension: Int) -> Int { Int(extents[dimension]) }

  /// How many numbers a tensor of this shape holds.
  public var count: Int {
    Int(extents[0]) * Int(extents[1]) * Int(extents[2]) * Int(extents[3])
  }

  /// The innermost extent; 1 for a single number.
  public var columns: Int { rank == 0 ? 1 : self[rank - 1] }

  /// The product of all extents but the innermost.
  public var rows: Int { columns == 0 ? 0 : count / columns }

  /// `[32, 64]`.
  public var description: String {
    "[" + (0..<rank).map { String(self[$0]) }.joined(separator: ", ") + "]"
  }
}
