// Matrix products of row-major matrices. Every element of the result is a running sum over k in the
// order 0, 1, 2, …, continued from what `c` holds, so all tile shapes and widths give the same bits.

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

/// c += a · b.
///
/// - Parameters:
///   - a: m × k with any strides: a transposed matrix is read in place.
///   - b: k × n, rows of n numbers.
///   - c: m × n, rows of n numbers.
public func multiplyAdd(
  _ a: Strided, _ b: UnsafePointer<Real>, into c: UnsafeMutablePointer<Real>, m: Int, k: Int, n: Int
) {
  var j = 0
  if Lanes.wide {
    while j + 32 <= n {
      columns(8, SIMD16<Real>.self, a, b, c, m, k, n, j)
      columns(8, SIMD16<Real>.self, a, b, c, m, k, n, j + 16)
      j += 32
    }
  }
  if Lanes.medium {
    while j + 16 <= n {
      columns(4, SIMD16<Real>.self, a, b, c, m, k, n, j)
      j += 16
    }
  }
  while j + 8 <= n {
    columns(4, SIMD8<Real>.self, a, b, c, m, k, n, j)
    j += 8
  }
  while j + 4 <= n {
    columns(4, SIMD4<Real>.self, a, b, c, m, k, n, j)
    j += 4
  }
  while j + 2 <= n {
    columns(4, SIMD2<Real>.self, a, b, c, m, k, n, j)
    j += 2
  }
  if j < n { lastColumn(a, b, c, m, k, n, j) }
}

/// The columns of c from j on that one vector spans, four or eight rows at a time.
@inline(__always)
private func columns<V: SIMD>(
  _ height: Int, _ lanes: V.Type, _ a: Strided, _ b: UnsafePointer<Real>,
  _ c: UnsafeMutablePointer<Real>, _ m: Int, _ k: Int, _ n: Int, _ j: Int
) where V.Scalar == Real, V: SIMDArithmetic {
  var i = 0
  if height == 8 {
    while i + 8 <= m {
      tile(InlineArray<8, V>(repeating: V()), a, b, c, k, n, i, j)
      i += 8
    }
  }
  while i + 4 <= m {
    tile(InlineArray<4, V>(repeating: V()), a, b, c, k, n, i, j)
    i += 4
  }
  while i < m {
    tile(InlineArray<1, V>(repeating: V()), a, b, c, k, n, i, j)
    i += 1
  }
}

/// R rows and one vector of columns of c, held in registers while k runs.
@inline(__always)
private func tile<let R: Int, V: SIMD>(
  _ zero: InlineArray<R, V>, _ a: Strided, _ b: UnsafePointer<Real>,
  _ c: UnsafeMutablePointer<Real>, _ k: Int, _ n: Int, _ i: Int, _ j: Int
) where V.Scalar == Real, V: SIMDArithmetic {
  var sum = zero
  let target = UnsafeMutableRawPointer(c + i * n + j)
  let size = MemoryLayout<Real>.stride
  for r in 0..<R { sum[r] = target.loadUnaligned(fromByteOffset: r * n * size, as: V.self) }
  var column = a.base + i * a.row
  var row = UnsafeRawPointer(b + j)
  for _ in 0..<k {
    let v = row.loadUnaligned(as: V.self)
    for r in 0..<R { sum[r] = V.multiplyAdd(column[r * a.row], v, sum[r]) }
    column += a.column
    row += n * size
  }
  for r in 0..<R { target.storeBytes(of: sum[r], toByteOffset: r * n * size, as: V.self) }
}

private func lastColumn(
  _ a: Strided, _ b: UnsafePointer<Real>, _ c: UnsafeMutablePointer<Real>, _ m: Int, _ k: Int,
  _ n: Int, _ j: Int
) {
  for i in 0..<m {
    var sum = c[i * n + j]
    for t in 0..<k { sum += a.base[i * a.row + t * a.column] * b[t * n + j] }
    c[i * n + j] = sum
  }
}
