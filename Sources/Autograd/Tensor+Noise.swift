import Kernels
import Numerics

/// x plus normal noise of mean 0 (Bishop 1995; Keras's `GaussianNoise`). The gradient passes unchanged.
///
/// - Parameters:
///   - x: Any shape.
///   - standardDeviation: The noise's, at least 0.
///   - random: Where the noise comes from.
public func gaussianNoise(
  _ x: Tensor, standardDeviation: Double, _ random: RandomStream
) -> Tensor {
  require(
    standardDeviation >= 0 && standardDeviation < .infinity,
    "a standard deviation is at least 0, not \(standardDeviation)")
  let result = x.tape.append(.addNoise, x.shape, x)
  addNormalNoise(
    x.value, random, standardDeviation: standardDeviation, into: result.value, x.shape.count)
  return result
}

extension Tape {
  func addNoiseBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    if let dx = input(node, 0).gradient { addScaled(gradient, by: 1, into: dx, node.shape.count) }
  }
}
