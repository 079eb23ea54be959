import Kernels
import Numerics

extension Tensor {
  /// The matrix product with `other`: `[…, k]` times `[k, n]` is `[…, n]`.
  public func matmul(_ other: Tensor) -> Tensor {
    require(
      other.shape.rank == 2 && shape.columns == other.shape[0] && shape.rank >= 1
        && shape.columns >= 1,
      "matmul takes [..., k] and [k, n], and got \(shape) and \(other.shape)")
    let n = other.shape[1]
    let result = tape.append(
      .matrixProduct, shape.replacingColumns(by: n), self, other)
    multiplyAdd(
      Strided(value, row: shape.columns), Strided(other.value, row: n), into: result.value,
      startingFrom: .zero, m: shape.rows, k: shape.columns, n: n)
    return result
  }
}

extension Tape {
  func matrixProductBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let a = input(node, 0)
    let b = input(node, 1)
    let (m, k, n) = (a.shape.rows, a.shape.columns, node.shape.columns)
    if let (da, isFirst) = a.sink?.taken() {
      multiplyAdd(
        Strided(gradient, row: n), Strided(b.value, row: 1, column: n), into: da,
        startingFrom: isFirst ? .zero : .sum, m: m, k: n, n: k)
    }
    if let (db, isFirst) = b.sink?.taken() {
      multiplyAdd(
        Strided(a.value, row: 1, column: k), Strided(gradient, row: n), into: db,
        startingFrom: isFirst ? .zero : .sum, m: k, k: m, n: n)
    }
  }
}

extension Shape {
  /// The shape with another innermost extent.
  func replacingColumns(by columns: Int) -> Shape {
    switch rank {
    case 1: Shape(columns)
    case 2: Shape(self[0], columns)
    case 3: Shape(self[0], self[1], columns)
    default: Shape(self[0], self[1], self[2], columns)
    }
  }
}
