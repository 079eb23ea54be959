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
      let ((abLow, abHigh), (cdLow, cdHigh)) = (zipped(a, b), zipped(c, d))
      let place = target + j * outRow
      SIMD4(lowHalf: abLow.lowHalf, highHalf: cdLow.lowHalf).store(at: place)
      SIMD4(lowHalf: abLow.highHalf, highHalf: cdLow.highHalf).store(at: place + outRow)
      SIMD4(lowHalf: abHigh.lowHalf, highHalf: cdHigh.lowHalf).store(at: place + 2 * outRow)
      SIMD4(lowHalf: abHigh.highHalf, highHalf: cdHigh.highHalf).store(at: place + 3 * outRow)
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

/// a and b in turn, as one instruction each: of four numbers from four vectors the compiler makes
/// insertions one by one.
@inline(__always)
private func zipped(_ a: SIMD4<Real>, _ b: SIMD4<Real>) -> (low: SIMD4<Real>, high: SIMD4<Real>) {
  (SIMD4(a[0], b[0], a[1], b[1]), SIMD4(a[2], b[2], a[3], b[3]))
}
