import Numerics

/// A matrix of double-precision numbers for exact experiments, row by row.
///
/// Every sum runs in the order of its index, so results have the same bits everywhere.
public struct Matrix: Sendable, Hashable {
  /// How many rows.
  public let rows: Int
  /// How many columns.
  public let columns: Int
  /// The elements, row by row.
  public var elements: [Double]

  /// A matrix of the given elements, row by row.
  public init(rows: Int, columns: Int, _ elements: [Double]) {
    require(
      rows >= 0 && columns >= 0 && elements.count == rows * columns,
      "a matrix of \(rows) × \(columns) has \(rows * columns) elements, and \(elements.count) were given"
    )
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix whose element in row i and column j is `element(i, j)`, asked for row by row.
  public init(rows: Int, columns: Int, _ element: (Int, Int) -> Double) {
    var elements: [Double] = []
    elements.reserveCapacity(rows * columns)
    for i in 0..<rows { for j in 0..<columns { elements.append(element(i, j)) } }
    self.init(rows: rows, columns: columns, elements)
  }

  /// A matrix with these numbers on the diagonal and zeros elsewhere.
  public init(diagonal: Vector) {
    self.init(rows: diagonal.count, columns: diagonal.count) { $0 == $1 ? diagonal[$0] : 0 }
  }

  /// The identity.
  public static func identity(_ n: Int) -> Matrix {
    Matrix(diagonal: Vector(repeating: 1, count: n))
  }

  /// The element in a row and a column, from 0.
  public subscript(_ i: Int, _ j: Int) -> Double {
    get {
      requireInside(i, j)
      return elements[i * columns + j]
    }
    set {
      requireInside(i, j)
      elements[i * columns + j] = newValue
    }
  }

  /// A row.
  public func row(_ i: Int) -> Vector {
    require(i >= 0 && i < rows, "row \(i) is outside a matrix of \(rows) rows")
    return Vector(elements[i * columns..<(i + 1) * columns])
  }

  /// A column.
  public func column(_ j: Int) -> Vector {
    require(j >= 0 && j < columns, "column \(j) is outside a matrix of \(columns) columns")
    return Vector((0..<rows).map { elements[$0 * columns + j] })
  }

  /// Some rows, in the order given.
  public func rows(_ indices: some Sequence<Int>) -> Matrix {
    let picked = indices.map { row($0).elements }
    return Matrix(rows: picked.count, columns: columns, picked.flatMap { $0 })
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { elements[$1 * columns + $0] }
  }

  private func requireInside(_ i: Int, _ j: Int) {
    require(
      i >= 0 && i < rows && j >= 0 && j < columns,
      "element (\(i), \(j)) is outside a matrix of \(rows) × \(columns)")
  }
}

extension Matrix {
  /// The matrix product.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    require(
      a.columns == b.rows,
      "the product needs as many columns as rows: \(a.rows) × \(a.columns) times \(b.rows) × \(b.columns)"
    )
    var out = [Double](repeating: 0, count: a.rows * b.columns)
    for i in 0..<a.rows {
      for k in 0..<a.columns {
        let x = a.elements[i * a.columns + k]
        for j in 0..<b.columns { out[i * b.columns + j] += x * b.elements[k * b.columns + j] }
      }
    }
    return Matrix(rows: a.rows, columns: b.columns, out)
  }

  /// The product with a vector.
  public static func * (a: Matrix, v: Vector) -> Vector {
    require(
      a.columns == v.count,
      "a matrix of \(a.columns) columns cannot multiply a vector of \(v.count)")
    var out = [Double](repeating: 0, count: a.rows)
    for i in 0..<a.rows {
      var sum = 0.0
      for j in 0..<a.columns { sum += a.elements[i * a.columns + j] * v.elements[j] }
      out[i] = sum
    }
    return Vector(out)
  }

  /// The sum.
  public static func + (a: Matrix, b: Matrix) -> Matrix { combined(a, b) { $0 + $1 } }
  /// The difference.
  public static func - (a: Matrix, b: Matrix) -> Matrix { combined(a, b) { $0 - $1 } }
  /// Every element times a number.
  public static func * (s: Double, a: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns, a.elements.map { s * $0 })
  }

  private static func combined(
    _ a: Matrix, _ b: Matrix, _ combine: (Double, Double) -> Double
  ) -> Matrix {
    require(
      a.rows == b.rows && a.columns == b.columns,
      "matrices of \(a.rows) × \(a.columns) and \(b.rows) × \(b.columns) do not match")
    return Matrix(
      rows: a.rows, columns: a.columns, zip(a.elements, b.elements).map { combine($0, $1) })
  }
}
