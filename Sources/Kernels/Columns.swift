// Blocks of columns of row-major matrices of different widths.

/// Writes the matrix x, `rows` × `columns`, into the columns from `first` on of a matrix of `width`
/// columns.
public func copyColumns(
  _ x: UnsafePointer<Real>, rows: Int, columns: Int, into out: UnsafeMutablePointer<Real>,
  from first: Int, of width: Int
) {
  for i in 0..<rows {
    let (source, target) = (x + i * columns, out + i * width + first)
    for j in 0..<columns { target[j] = source[j] }
  }
}

/// Adds the columns from `first` on of a matrix of `width` columns to the matrix out, `rows` ×
/// `columns`.
public func addColumns(
  from first: Int, of width: Int, _ x: UnsafePointer<Real>,
  into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let (source, target) = (x + i * width + first, out + i * columns)
    for j in 0..<columns { target[j] += source[j] }
  }
}
