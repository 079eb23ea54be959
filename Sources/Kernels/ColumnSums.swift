/// out[j] += the sum over the rows i = 0, 1, 2, … of x[i, j].
public func addColumnSums(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  var j = 0
  // Columns whose sums stay in registers are read with a stride, which long rows make slow.
  if columns <= 64 || rows * columns <= 8192 {
    j = addColumnSums(PairRow<SIMD16<Real>>.self, x, into: out, rows: rows, columns: columns, j)
    j = addColumnSums(SingleRow<SIMD8<Real>>.self, x, into: out, rows: rows, columns: columns, j)
  }
  if j == columns { return }
  for i in 0..<rows {
    let row = x + i * columns
    for l in j..<columns { out[l] += row[l] }
  }
}

/// As many columns from j on at a time as a row of a tile has; the first column that is left.
@inline(__always)
private func addColumnSums<T: TileRow>(
  _: T.Type, _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int,
  columns: Int, _ first: Int
) -> Int {
  var j = first
  while j + T.width <= columns {
    var sums = T(at: out + j)
    for i in 0..<rows { sums.add(1, T(at: x + i * columns + j)) }
    sums.store(at: out + j)
    j += T.width
  }
  return j
}
