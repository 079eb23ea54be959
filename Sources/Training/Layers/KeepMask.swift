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
    noisy && p > 0 ? dropout(x, p: p, random(noise)) : x
  }
}
