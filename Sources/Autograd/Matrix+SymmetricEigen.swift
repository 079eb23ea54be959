import Numerics

extension Matrix {
  /// The eigenvalues of a symmetric matrix in descending order and its orthonormal eigenvectors, one
  /// a column: A = Q diag(λ) Qᵀ.
  ///
  /// Cyclic Jacobi rotations (Golub & Van Loan, *Matrix Computations*, §8.5) until every
  /// off-diagonal element is below 1e-17 of the norm; the larger half of each rotated pair of
  /// elements is read from the upper triangle. Stops where the matrix is not symmetric to 1e-12.
  public func symmetricEigen() -> (values: Vector, vectors: Matrix) {
    require(rows == columns, "symmetricEigen needs a square matrix, not \(rows) × \(columns)")
    let n = rows
    let size = Vector(elements).norm
    require(
      (self - transposed).elements.allSatisfy { abs($0) <= 1e-12 * size },
      "symmetricEigen needs a symmetric matrix")
    var a = self
    var q = Matrix.identity(n)
    for _ in 0..<60 {
      var rotated = false
      for p in 0..<n {
        for r in p + 1..<max(n, p + 1) where abs(a.elements[p * n + r]) > 1e-17 * size {
          a.rotate(p, r, &q)
          rotated = true
        }
      }
      if !rotated { break }
    }
    let order = (0..<n).sorted { (a[$0, $0], $1) > (a[$1, $1], $0) }
    return (
      Vector(order.map { a[$0, $0] }),
      Matrix(rows: n, columns: n) { q[$0, order[$1]] }
    )
  }

  /// Makes the elements (p, r) and (r, p) zero by a rotation, and turns `q` along.
  private mutating func rotate(_ p: Int, _ r: Int, _ q: inout Matrix) {
    let n = rows
    let theta = (elements[r * n + r] - elements[p * n + p]) / (2 * elements[p * n + r])
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<n {
      let (x, y) = (elements[k * n + p], elements[k * n + r])
      elements[k * n + p] = c * x - s * y
      elements[k * n + r] = s * x + c * y
    }
    for k in 0..<n {
      let (x, y) = (elements[p * n + k], elements[r * n + k])
      elements[p * n + k] = c * x - s * y
      elements[r * n + k] = s * x + c * y
      let (u, v) = (q.elements[k * n + p], q.elements[k * n + r])
      q.elements[k * n + p] = c * u - s * v
      q.elements[k * n + r] = s * u + c * v
    }
    elements[p * n + r] = 0
    elements[r * n + p] = 0
  }
}
