import Kernels
import Numerics

/// Steps divided by the root mean square of the recent gradients: s ← αs + (1 − α)g²,
/// w ← w − η g / (√s + ε) (Tieleman & Hinton 2012, lecture 6e).
///
/// As PyTorch's `RMSprop`; Keras has α = 0.9, ε = 1e-7 and its ε inside the root. There is no
/// correction of the bias toward zero: the first steps are up to 1/√(1 − α) times η.
public struct RMSProp: Optimizer {
  /// The learning rate η.
  public let learningRate: Double
  /// The part α of the mean square that is kept.
  public let alpha: Double
  /// What keeps the divisor from zero.
  public let eps: Double
  /// The part μ of the velocity that is kept.
  public let momentum: Double
  /// Whether the root is that of the variance instead of the mean square.
  public let centered: Bool
  /// The factor λ of the L2 penalty (λ/2)‖w‖² in the gradient.
  public let weightDecay: Double
  /// The parameters that the decay applies to.
  public let decayed: ParameterSelection

  /// RMSProp.
  ///
  /// - Parameters:
  ///   - learningRate: η > 0; 1e-2 by default.
  ///   - alpha: In 0..<1; 0.99 by default.
  ///   - eps: At least 0; 1e-8 by default.
  ///   - momentum: μ in 0..<1: the quotients are added up as v ← μv + g/(√s + ε); none by default.
  ///   - centered: True subtracts the square of the gradients' average ḡ from s (Graves 2013). Where
  ///     rounding makes the difference negative it counts as 0; PyTorch's root is not a number there.
  ///   - weightDecay: λ ≥ 0, added to the gradient as λw; none by default.
  ///   - decayed: The parameters that the decay applies to; the weights by default.
  public init(
    learningRate: Double = 1e-2, alpha: Double = 0.99, eps: Double = 1e-8, momentum: Double = 0,
    centered: Bool = false, weightDecay: Double = 0, decayed: ParameterSelection = .weights
  ) {
    requireLearningRate(learningRate)
    requirePart(alpha, "alpha")
    requireEps(eps)
    requirePart(momentum, "momentum")
    requireWeightDecay(weightDecay)
    self.learningRate = learningRate
    self.alpha = alpha
    self.eps = eps
    self.momentum = momentum
    self.centered = centered
    self.weightDecay = weightDecay
    self.decayed = decayed
  }

  /// The mean square, then the velocity and the mean where they are needed.
  public var slots: Int { 1 + (momentum > 0 ? 1 : 0) + (centered ? 1 : 0) }

  /// One step.
  public func update(_ slice: ParameterSlice) {
    rmsProp(
      slice.values, along: slice.gradients, squares: slice.slot(0),
      mean: centered ? slice.slot(slots - 1) : nil, velocity: momentum > 0 ? slice.slot(1) : nil,
      RMSPropStep(
        alpha: Real(alpha), fresh: Real(1 - alpha), eps: Real(eps), momentum: Real(momentum),
        rate: Real(slice.learningRate), slice.coupled(weightDecay)), slice.count)
  }

  /// The step's size is η / (√s + ε), divided by 1 − μ.
  ///
  /// Refuses with `centered`: where the penalised loss is smallest all gradients are alike, so their
  /// variance is 0 and the step η/ε.
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    require(
      !centered,
      "a proximal penalty does not settle with the centered RMSProp, whose steps grow without bound at the minimum: use it without centered, or the penalty without proximal"
    )
    softThreshold(
      slice.values, l1: Real(l1), l2: Real(l2), rate: Real(slice.learningRate / (1 - momentum)),
      squares: slice.slot(0), eps: Real(eps), slice.count)
  }
}
