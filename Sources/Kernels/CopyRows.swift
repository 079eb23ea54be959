/// Copies rows of a few numbers, without the call that a copy of unknown length is.
///
/// - Parameters:
///   - row: The distance between two rows of what is copied; 0 for one row many times.
///   - outRow: The distance between two rows of the copy.
@inline(__always)
func copyRows(
  _ from: UnsafePointer<Real>, row: Int, into to: UnsafeMutablePointer<Real>, row outRow: Int,
  rows: Int, _ count: Int
) {
  if count >= 8 {
    copyRows(SIMD8.self, from, row, to, outRow, rows, count)
  } else if count >= 4 {
    copyRows(SIMD4.self, from, row, to, outRow, rows, count)
  } else {
    for i in 0..<rows {
      for j in 0..<count { to[i * outRow + j] = from[i * row + j] }
    }
  }
}

/// Rows of at least one vector, whose last one overlaps that before it.
@inline(__always)
private func copyRows<V: SIMDArithmetic>(
  _: V.Type, _ from: UnsafePointer<Real>, _ row: Int, _ to: UnsafeMutablePointer<Real>,
  _ outRow: Int, _ rows: Int, _ count: Int
) {
  let last = count - V.scalarCount
  for i in 0..<rows {
    let (source, target) = (from + i * row, to + i * outRow)
    var j = 0
    while j < last {
      V(at: source + j).store(at: target + j)
      j += V.scalarCount
    }
    V(at: source + last).store(at: target + last)
  }
}
