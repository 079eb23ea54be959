import Kernels
import Numerics

/// x W + b, row by row: each element is the running sum b + x₀w₀ + x₁w₁ + … (PyTorch's
/// `functional.linear`, whose weight is the transpose).
///
/// - Parameters:
///   - x: `[…, inputs]`.
///   - weight: `[inputs, outputs]`.
///   - bias: `[outputs]`, or nil for none.
/// - Returns: `[…, outputs]`.
public func linear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) -> Tensor {
  let n = weight.shape.columns
  require(
    x.shape.rank >= 1 && weight.shape.rank == 2 && x.shape.columns == weight.shape[0]
      && x.shape.columns >= 1,
    "linear takes [..., inputs] and a weight [inputs, outputs], and got \(x.shape) and \(weight.shape)"
  )
  require(
    bias == nil || bias!.shape == Shape(n),
    "linear adds a bias of \(n) numbers, and got \(bias!.shape)")
  let result = x.tape.append(.linear, x.shape.replacingColumns(by: n), x, weight, bias)
  multiplyAdd(
    Strided(x.value, row: x.shape.columns), Strided(weight.value, row: n), into: result.value,
    startingFrom: bias.map { .row($0.value) } ?? .zero, m: x.shape.rows, k: x.shape.columns, n: n)
  return result
}

extension Tape {
  func linearBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    matrixProductBackward(node, gradient)
    if node.inputs[2] >= 0, let db = input(node, 2).gradient {
      addColumnSums(gradient, into: db, rows: node.shape.rows, columns: node.shape.columns)
    }
  }
}
