/// The extents of a tensor, at most four, outermost first: `[batch, features]`.
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
    extents = SIMD4(Int32(a), 1, 1, 1)
    rank = 1
  }

  /// Two dimensions: rows and columns.
  public init(_ a: Int, _ b: Int) {
    extents = SIMD4(Int32(a), Int32(b), 1, 1)
    rank = 2
  }

  /// Three dimensions.
  public init(_ a: Int, _ b: Int, _ c: Int) {
    extents = SIMD4(Int32(a), Int32(b), Int32(c), 1)
    rank = 3
  }

  /// Four dimensions.
  public init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    extents = SIMD4(Int32(a), Int32(b), Int32(c), Int32(d))
    rank = 4
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
