/// A matrix in memory: the element in row i and column j is `base[i * row + j * column]`.
public struct Strided {
  @usableFromInline let base: UnsafePointer<Real>
  @usableFromInline let row: Int
  @usableFromInline let column: Int

  /// A row-major matrix with rows of `row` numbers.
  @inlinable public init(_ base: UnsafePointer<Real>, row: Int) {
    self.init(base, row: row, column: 1)
  }

  /// A matrix with any strides.
  @inlinable public init(_ base: UnsafePointer<Real>, row: Int, column: Int) {
    self.base = base
    self.row = row
    self.column = column
  }
}

/// A matrix m × k whose rows consist of k / `length` segments in memory: those that a convolution
/// meets in an image.
struct SegmentedRows {
  let matrix: Strided
  /// How many elements of a row follow each other at the distance `matrix.column`.
  let length: Int
  /// How far apart two segments begin.
  let distance: Int

  /// Rows of one segment.
  init(_ matrix: Strided) { self.init(matrix, length: Int.max, distance: 0) }

  init(_ matrix: Strided, length: Int, distance: Int) {
    self.matrix = matrix
    self.length = length
    self.distance = distance
  }
}
