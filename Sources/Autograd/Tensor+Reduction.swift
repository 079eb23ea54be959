import Kernels
import Numerics

extension Tensor {
  /// The sum of all elements.
  public func sum() -> Tensor {
    reduced(.sum) { Kernels.sum($0, $1) }
  }

  /// The mean of all elements.
  public func mean() -> Tensor {
    require(shape.count > 0, "mean needs at least one number, and got \(shape)")
    return (1 / Real(shape.count)) * sum()
  }

  /// The sum of the squares of all elements: ‖x‖₂².
  public func sumOfSquares() -> Tensor {
    reduced(.sumOfSquares) { Kernels.sumOfSquares($0, $1) }
  }

  /// The sum of the magnitudes of all elements: ‖x‖₁. Its gradient at 0 is 0.
  public func sumOfMagnitudes() -> Tensor {
    reduced(.sumOfMagnitudes) { Kernels.sumOfMagnitudes($0, $1) }
  }

  private func reduced(
    _ operation: Operation, _ reduce: (UnsafePointer<Real>, Int) -> Real
  ) -> Tensor {
    let result = tape.append(operation, Shape(), self)
    result.value[0] = reduce(value, shape.count)
    return result
  }
}

extension Tape {
  func sumBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    if let dx = x.gradient { addConstant(gradient[0], into: dx, x.shape.count) }
  }

  func sumOfSquaresBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    if let dx = x.gradient { addScaled(x.value, by: 2 * gradient[0], into: dx, x.shape.count) }
  }

  func sumOfMagnitudesBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    if let dx = x.gradient { addL1Subgradient(of: x.value, gradient[0], into: dx, x.shape.count) }
  }
}
