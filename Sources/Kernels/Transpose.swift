/// out = the transpose of x: `rows` × `columns` becomes `columns` × `rows`.
public func transpose(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  transpose(x, row: columns, into: out, row: rows, rows: rows, columns: columns)
}

/// out = the transpose of a block of a matrix, four by four numbers at a time.
///
/// - Parameters:
///   - row: The distance between two rows of x.
///   - outRow: The distance between two rows of the result.
func transpose(
  _ x: UnsafePointer<Real>, row: Int, into out: UnsafeMutablePointer<Real>, row outRow: Int,
  rows: Int, columns: Int
) {
  var i = 0
  while i + 4 <= rows {
    let source = x + i * row
    let target = out + i
    var j = 0
    while j + 4 <= columns {
      let (a, b) = (SIMD4(at: source + j), SIMD4(at: source + j + row))
      let (c, d) = (SIMD4(at: source + j + 2 * row), SIMD4(at: source + j + 3 * row))
      SIMD4(a[0], b[0], c[0], d[0]).store(at: target + j * outRow)
      SIMD4(a[1], b[1], c[1], d[1]).store(at: target + (j + 1) * outRow)
      SIMD4(a[2], b[2], c[2], d[2]).store(at: target + (j + 2) * outRow)
      SIMD4(a[3], b[3], c[3], d[3]).store(at: target + (j + 3) * outRow)
      j += 4
    }
    while j < columns {
      for l in 0..<4 { target[j * outRow + l] = source[l * row + j] }
      j += 1
    }
    i += 4
  }
  while i < rows {
    for j in 0..<columns { out[j * outRow + i] = x[i * row + j] }
    i += 1
  }
}
