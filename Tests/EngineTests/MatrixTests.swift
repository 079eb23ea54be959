import Lab
import Testing

@Suite struct MatrixTests {
  static func random(_ rows: Int, _ columns: Int, _ seed: Int) -> Matrix {
    var random = RandomStream(seed: seed, "matrix")
    return Matrix(rows: rows, columns: columns) { _, _ in random.normal() }
  }

  @Test(arguments: [1, 2, 5, 20, 60])
  func solveGivesBackTheRightSide(_ n: Int) {
    let a = Self.random(n, n, n)
    let x = Self.random(n, 1, n + 100).column(0)
    #expect((a.solve(a * x) - x).largestMagnitude <= 1e-9)
  }

  @Test func solveExchangesRows() {
    let a = Matrix(rows: 2, columns: 2, [0, 1, 1, 0])
    #expect(a.solve([3, 4]) == [4, 3])
  }

  @Test(arguments: [1, 2, 3, 10, 40])
  func eigenvectorsDiagonalise(_ n: Int) {
    let b = Self.random(n + 3, n, n)
    let a = b.transposed * b
    let (values, q) = a.symmetricEigen()
    let rebuilt = q * Matrix(diagonal: values) * q.transposed
    #expect(Vector((rebuilt - a).elements).largestMagnitude <= 1e-12 * values[0])
    let gram = q.transposed * q - .identity(n)
    #expect(Vector(gram.elements).largestMagnitude <= 1e-13)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func knownEigenvalues() {
    let (values, _) = Matrix(rows: 2, columns: 2, [2, 1, 1, 2]).symmetricEigen()
    #expect(abs(values[0] - 3) <= 1e-15 && abs(values[1] - 1) <= 1e-15)
  }
}
