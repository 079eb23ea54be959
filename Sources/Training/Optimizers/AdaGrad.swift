import Kernels
import Numerics

/// Steps divided by the root of the sum of all squared gradients so far: s ← s + g²,
/// w ← w − η_t g / (√s + ε) (Duchi, Hazan & Singer 2011).
///
/// η_t = η / (1 + (t − 1) · decay), as in PyTorch's `Adagrad`. Keras starts s at 0.1 and has its ε
/// inside the root.
public struct AdaGrad: Optimizer {
  /// The learning rate η.
  public let learningRate: Double
  /// How the learning rate falls with the steps.
  public let learningRateDecay: Double
  /// What keeps the divisor from zero.
  public let eps: Double
  /// The factor λ of the L2 penalty (λ/2)‖w‖² in the gradient.
  public let weightDecay: Double
  /// The parameters that the decay applies to.
  public let decayed: ParameterSelection

  /// AdaGrad.
  ///
  /// - Parameters:
  ///   - learningRate: η > 0; 1e-2 by default.
  ///   - learningRateDecay: At least 0; none by default.
  ///   - eps: At least 0; 1e-10 by default.
  ///   - weightDecay: λ ≥ 0, added to the gradient as λw; none by default.
  ///   - decayed: The parameters that the decay applies to; the weights by default.
  public init(
    learningRate: Double = 1e-2, learningRateDecay: Double = 0, eps: Double = 1e-10,
    weightDecay: Double = 0, decayed: ParameterSelection = .weights
  ) {
    requireLearningRate(learningRate)
    requireEps(eps)
    requireWeightDecay(weightDecay)
    require(
      learningRateDecay >= 0 && learningRateDecay.isFinite,
      "a learning rate's decay is a finite number of at least 0, not \(learningRateDecay)")
    self.learningRate = learningRate
    self.learningRateDecay = learningRateDecay
    self.eps = eps
    self.weightDecay = weightDecay
    self.decayed = decayed
  }

  /// The sum of squares.
  public var slots: Int { 1 }

  /// One step.
  public func update(_ slice: ParameterSlice) {
    adaGrad(
      slice.values, along: slice.gradients, squares: slice.slot(0), rate: rate(slice),
      eps: Real(eps), slice.coupled(weightDecay), slice.count)
  }

  /// The step's size is η_t / (√s + ε).
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    softThreshold(
      slice.values, l1: Real(l1), l2: Real(l2), rate: rate(slice), squares: slice.slot(0),
      eps: Real(eps), slice.count)
  }

  private func rate(_ slice: ParameterSlice) -> Real {
    Real(slice.learningRate / (1 + Double(slice.step - 1) * learningRateDecay))
  }
}
