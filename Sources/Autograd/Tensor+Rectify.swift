import Kernels
import Numerics

/// The rectifier max(x, 0), element by element; its gradient at 0 is 0, as in PyTorch.
public func relu(_ x: Tensor) -> Tensor {
  let result = x.tape.append(.rectify, x.shape, x)
  rectify(x.value, into: result.value, x.shape.count)
  return result
}

extension Tensor {
  /// `relu(x)` where x is, unless the tape keeps all results: for somebody who knows that nobody else
  /// looks at x.
  package func rectified() -> Tensor {
    if tape.state.pointee.keepsResults { return relu(self) }
    require(
      node.operation.isFreeOfItsResult && !node.isRectified,
      "\(node.operation) needs its result for its gradient")
    Kernels.rectify(value, shape.count)
    node.isRectified = true
    return self
  }
}

extension Tape {
  func rectifyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    if let (dx, isFirst) = input(node, 0).sink?.taken() {
      addWherePositive(gradient, node.value, into: dx, isFirst: isFirst, node.shape.count)
    }
  }
}
