import Autograd
import Datasets
import Numerics

/// The polynomial of a degree with the least squared error on some points.
///
/// It is written in polynomials that are orthonormal on the points themselves, made one from the
/// other by multiplying with x and orthogonalising twice (Forsythe 1957; Brubeck, Nakatsukasa &
/// Trefethen, *Vandermonde with Arnoldi*, SIAM Review 2021): the powers of x would lose all digits at
/// degree 15. A higher degree only adds a term, so that the training error cannot grow.
public struct PolynomialFit: Sendable {
  /// The degree.
  public let degree: Int
  /// The coefficients of the orthonormal polynomials.
  public let coefficients: Vector
  /// Row k: what turns x q₀ … qₖ into qₖ₊₁; its last number is the length before scaling.
  private let recurrence: [[Double]]

  /// Fits a task with one column.
  ///
  /// - Parameters:
  ///   - task: As many different points as the polynomial has coefficients, or more.
  ///   - degree: At least 0.
  public init(_ task: Regression, degree: Int) {
    require(
      task.x.columns == 1 && degree >= 0 && degree < task.y.count,
      "a polynomial of degree \(degree) needs a task with one column and \(degree + 1) examples, and this one has \(task.x.columns) and \(task.y.count)"
    )
    let x = task.x.column(0)
    let n = Double(x.count)
    var basis = [Vector(repeating: 1, count: x.count)]
    var recurrence: [[Double]] = []
    for k in 0..<degree {
      var next = x * basis[k]
      let size = (next.dot(next) / n).squareRoot()
      var row = [Double](repeating: 0, count: k + 2)
      for _ in 0..<2 {
        for (j, q) in basis.enumerated() {
          let part = q.dot(next) / n
          row[j] += part
          next -= part * q
        }
      }
      row[k + 1] = (next.dot(next) / n).squareRoot()
      require(
        row[k + 1] > 1e-12 * size,
        "a polynomial of degree \(degree) needs \(degree + 1) different points, and there are \(k + 1)"
      )
      basis.append(next / row[k + 1])
      recurrence.append(row)
    }
    var residual = task.y
    var coefficients: [Double] = []
    for q in basis {
      let c = q.dot(residual) / n
      coefficients.append(c)
      residual -= c * q
    }
    self.degree = degree
    self.coefficients = Vector(coefficients)
    self.recurrence = recurrence
  }

  /// The polynomial's value.
  public func callAsFunction(_ x: Double) -> Double {
    var basis = [1.0]
    var value = coefficients[0]
    for (k, row) in recurrence.enumerated() {
      var next = x * basis[k]
      for j in 0...k { next -= row[j] * basis[j] }
      basis.append(next / row[k + 1])
      value += coefficients[k + 1] * basis[k + 1]
    }
    return value
  }

  /// The mean squared error on points.
  public func meanSquaredError(_ task: Regression) -> Double {
    let squares = (0..<task.y.count).map { i in
      let difference = self(task.x[i, 0]) - task.y[i]
      return difference * difference
    }
    return Vector(squares).mean
  }
}
