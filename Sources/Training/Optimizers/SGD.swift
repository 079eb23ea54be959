import Autograd
import Kernels
import Numerics

/// Stochastic gradient descent: w ← w − η g, with g the gradient of one mini-batch.
public struct SGD: Optimizer {
  /// The learning rate η.
  public let learningRate: Double

  /// Gradient descent with the learning rate η > 0.
  public init(learningRate: Double) {
    require(learningRate > 0, "a learning rate is greater than 0, not \(learningRate)")
    self.learningRate = learningRate
  }

  /// None.
  public var slots: Int { 0 }

  /// w ← w − η g.
  public func update(_ slice: ParameterSlice) {
    descend(
      slice.values, along: slice.gradients, learningRate: Real(slice.learningRate), slice.count)
  }
}
