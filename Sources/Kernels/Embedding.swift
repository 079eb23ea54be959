// Rows of a table, looked up by their positions.

/// out[i] = table[positions[i]] · factors[positions[i]], row by row; a nil `factors` is 1 everywhere.
public func gatherRows(
  _ table: UnsafePointer<Real>, _ positions: UnsafePointer<Int32>, factors: UnsafePointer<Real>?,
  into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let position = Int(positions[i])
    let source = table + position * columns
    let target = out + i * columns
    if let factor = factors?[position] {
      for j in 0..<columns { target[j] = factor * source[j] }
    } else {
      target.update(from: source, count: columns)
    }
  }
}

/// table[positions[i]] += x[i] · factors[positions[i]], in the order i = 0, 1, 2, ….
public func scatterAddRows(
  _ x: UnsafePointer<Real>, _ positions: UnsafePointer<Int32>, factors: UnsafePointer<Real>?,
  into table: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let position = Int(positions[i])
    let source = x + i * columns
    let target = table + position * columns
    let factor = factors?[position] ?? 1
    for j in 0..<columns { target[j] += factor * source[j] }
  }
}
