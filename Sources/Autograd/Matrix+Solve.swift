import Numerics

extension Matrix {
  /// The vector x with A x = b, by Gaussian elimination with row exchanges.
  ///
  /// Stops with a message where the matrix is not square or is singular to working precision.
  public func solve(_ b: Vector) -> Vector {
    require(rows == columns, "solve needs a square matrix, not \(rows) × \(columns)")
    require(
      b.count == rows, "a system of \(rows) equations needs \(rows) right sides, not \(b.count)")
    var a = self
    var x = b
    let scale = Vector(elements).largestMagnitude
    for k in 0..<rows {
      let pivot = (k..<rows).max { abs(a[$0, k]) < abs(a[$1, k]) } ?? k
      require(
        abs(a[pivot, k]) > scale * Double(rows) * 0x1p-52,
        "the matrix is singular: column \(k) depends on the columns before it")
      if pivot != k { a.exchangeRows(pivot, k, &x) }
      for i in k + 1..<max(rows, k + 1) {
        let factor = a.elements[i * columns + k] / a.elements[k * columns + k]
        for j in k..<columns {
          a.elements[i * columns + j] -= factor * a.elements[k * columns + j]
        }
        x.elements[i] -= factor * x.elements[k]
      }
    }
    for k in stride(from: rows - 1, through: 0, by: -1) {
      var sum = x.elements[k]
      for j in k + 1..<max(columns, k + 1) { sum -= a.elements[k * columns + j] * x.elements[j] }
      x.elements[k] = sum / a.elements[k * columns + k]
    }
    return x
  }

  private mutating func exchangeRows(_ p: Int, _ q: Int, _ x: inout Vector) {
    for j in 0..<columns { elements.swapAt(p * columns + j, q * columns + j) }
    x.elements.swapAt(p, q)
  }
}
