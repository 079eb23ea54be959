import Kernels
import Numerics

/// The mean of (prediction − target)² over all elements, without a factor ½ (PyTorch's `MSELoss`,
/// Keras's `mean_squared_error`). Both have one shape; the result is one number.
public func meanSquaredError(_ prediction: Tensor, _ target: Tensor) -> Tensor {
  requireSameShape(prediction, target, "meanSquaredError")
  let n = prediction.shape.count
  require(n > 0, "meanSquaredError needs at least one number, and got \(prediction.shape)")
  let result = prediction.tape.append(
    .meanSquaredError, Shape(), prediction, target)
  result.value[0] = sumOfSquaredDifferences(prediction.value, target.value, n) / Real(n)
  return result
}

extension Tape {
  func meanSquaredErrorBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let prediction = input(node, 0)
    let target = input(node, 1)
    let n = prediction.shape.count
    let difference = state.pointee.arena.allocate(n)
    subtract(prediction.value, target.value, into: difference, n)
    let factor = 2 * gradient[0] / Real(n)
    if let d = prediction.gradient { addScaled(difference, by: factor, into: d, n) }
    if let d = target.gradient { addScaled(difference, by: -factor, into: d, n) }
  }
}
