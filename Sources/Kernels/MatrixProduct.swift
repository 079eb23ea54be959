// Matrix products of row-major matrices. Every element of the result is a running sum over k in the
// order 0, 1, 2, …, so all tile shapes, widths and ways to read b give the same bits.

/// c = start + a · b.
///
/// - Parameters:
///   - a: m × k with any strides: a transposed matrix is read in place.
///   - b: k × n with any strides; fastest where its rows or its columns are contiguous.
///   - c: m × n, rows of `row` numbers.
///   - row: The distance between two rows of c; n by default.
///   - start: What the sums begin with; what c holds by default.
public func multiplyAdd(
  _ a: Strided, _ b: Strided, into c: UnsafeMutablePointer<Real>, row: Int? = nil,
  startingFrom start: ProductStart = .sum, m: Int, k: Int, n: Int
) {
  multiplyAdd(
    SegmentedRows(a), b, into: c, row: row ?? n, startingFrom: start, m: m, k: k, n: n)
}

func multiplyAdd(
  _ a: SegmentedRows, _ b: Strided, into c: UnsafeMutablePointer<Real>, row: Int,
  startingFrom start: ProductStart = .sum, m: Int, k: Int, n: Int
) {
  let product = TiledProduct(
    a: a, b: b, c: ProductTarget(base: c, row: row, start: start), m: m, k: k, n: n)
  if Lanes.wide {
    product.run(SIMD16<Real>.self)
  } else if Lanes.medium {
    product.run(SIMD8<Real>.self)
  } else {
    product.run(SIMD4<Real>.self)
  }
}
