import Kernels
import Numerics

extension Tensor {
  /// The numbers of `other` beside these in every row: `[…, a]` and `[…, b]` make `[…, a + b]`
  /// (PyTorch's `cat` along the last dimension).
  public func concatenated(with other: Tensor) -> Tensor {
    let (a, b) = (shape.columns, other.shape.columns)
    require(
      shape.rank >= 1 && shape.rank == other.shape.rank && a >= 1 && b >= 1
        && shape.replacingColumns(by: b) == other.shape,
      "concatenated takes two tensors that differ in the last dimension only, and got \(shape) and \(other.shape)"
    )
    let result = tape.append(.concatenate, shape.replacingColumns(by: a + b), self, other)
    copyColumns(value, rows: shape.rows, columns: a, into: result.value, from: 0, of: a + b)
    copyColumns(other.value, rows: shape.rows, columns: b, into: result.value, from: a, of: a + b)
    return result
  }
}

extension Tape {
  func concatenateBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let (a, b) = (input(node, 0), input(node, 1))
    let (rows, width) = (node.shape.rows, node.shape.columns)
    if let da = a.gradient {
      addColumns(from: 0, of: width, gradient, into: da, rows: rows, columns: a.shape.columns)
    }
    if let db = b.gradient {
      addColumns(
        from: a.shape.columns, of: width, gradient, into: db, rows: rows, columns: b.shape.columns)
    }
  }
}
