import Autograd
import Kernels
import Numerics

/// Stochastic gradient descent: w ← w − η g, with g the gradient of one mini-batch.
public struct SGD: Sendable {
  /// The learning rate η.
  public let learningRate: Double

  /// Gradient descent with the learning rate η > 0.
  public init(learningRate: Double) {
    require(learningRate > 0, "a learning rate is greater than 0, not \(learningRate)")
    self.learningRate = learningRate
  }

  /// Moves the parameters one step along their gradients.
  func update(_ values: Buffer, along gradients: Buffer) {
    descend(
      values.base, along: gradients.base, learningRate: Real(learningRate), values.count)
  }
}
