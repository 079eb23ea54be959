import Kernels
import Numerics

extension Tape {
  /// A constant of zeros with probability p and of 1 / (1 − p) elsewhere, drawn independently: what
  /// inverted dropout multiplies by.
  ///
  /// - Parameters:
  ///   - shape: Its extents; `[batch, features]` for one mask a sequence.
  ///   - p: The probability of a zero, in 0..<1.
  ///   - random: What decides.
  public func keepMask(_ shape: Shape, p: Double, _ random: RandomStream) -> Tensor {
    requireDropProbability(p)
    let mask = append(.constant, shape)
    dropoutMask(random, p: p, kept: Real(1 / (1 - p)), into: mask.value, shape.count)
    return mask
  }
}

extension Tape {
  /// Refuses a mask of another shape or tape, and one that wants a gradient.
  func requireMask(_ mask: Tensor?, _ shape: Shape, _ name: StaticString) {
    guard let mask else { return }
    requireOwn(mask)
    require(mask.shape == shape, "\(name) takes a mask of shape \(shape), and got \(mask.shape)")
    require(!mask.wantsGradient, "\(name) takes a mask without a gradient")
  }
}
