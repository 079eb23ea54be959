import Kernels
import Numerics

/// Each number of x with the probability σ(alpha · z + beta) of its own, and 0 otherwise (Ba & Frey
/// 2013, §3): what is kept is not scaled.
///
/// The mask counts as given: no gradient flows through the probability, neither to z nor to x.
///
/// - Parameters:
///   - x: The activations.
///   - z: Their pre-activations, the same shape.
///   - alpha: The slope of the probability.
///   - beta: Its offset; 0 keeps half of what has z = 0.
///   - random: Where the mask comes from.
public func standout(
  _ x: Tensor, preactivation z: Tensor, alpha: Double, beta: Double, _ random: RandomStream
) -> Tensor {
  requireSameShape(x, z, "standout")
  return x.masked(.none) {
    standoutMask(random, z.value, alpha: Real(alpha), beta: Real(beta), into: $0, $1)
  }
}

/// The mean of `standout` over its masks: x · σ(alpha · z + beta). Gradients flow to x and to z.
public func standoutMean(
  _ x: Tensor, preactivation z: Tensor, alpha: Double, beta: Double
) -> Tensor {
  requireSameShape(x, z, "standoutMean")
  let result = x.tape.append(.standoutMean, x.shape, x, z)
  let q = x.tape.state.pointee.arena.allocate(x.shape.count)
  logistic(z.value, alpha: Real(alpha), beta: Real(beta), into: q, x.shape.count)
  multiply(x.value, q, into: result.value, x.shape.count)
  result.withNode {
    $0.saved = q
    $0.factor = Real(alpha)
  }
  return result
}

extension Tape {
  func standoutMeanBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let q = node.saved else { return }
    let x = input(node, 0)
    if let dx = x.gradient { addProduct(gradient, q, into: dx, node.shape.count) }
    if let dz = input(node, 1).gradient {
      addLogisticGradient(gradient, x.value, q, alpha: node.factor, into: dz, node.shape.count)
    }
  }
}
