import Autograd
import Numerics

extension Pass {
  /// A dropout's mask, zeros with probability p and 1 / (1 − p) elsewhere; nil where nothing is
  /// random or p is 0.
  func keepMask(_ shape: Shape, p: Double, _ noise: Noise?) -> Tensor? {
    noisy && p > 0 ? tape.keepMask(shape, p: p, random(noise)) : nil
  }

  /// A tensor with the inverted dropout p between the parts of a layer.
  func thinned(_ x: Tensor, p: Double, _ noise: Noise?) -> Tensor {
    guard let mask = keepMask(x.shape, p: p, noise) else { return x }
    return x * mask
  }
}

/// Refuses a probability of dropping outside 0..<1.
func requireDropRate(_ p: Double, _ name: StaticString) {
  require(p >= 0 && p < 1, "\(name) is a probability in 0..<1, not \(p)")
}
