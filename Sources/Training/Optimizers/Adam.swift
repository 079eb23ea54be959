import Kernels
import Numerics

/// Momentum divided by the root mean square of the gradients: m ← β₁m + (1 − β₁)g,
/// s ← β₂s + (1 − β₂)g², w ← w − η m̂ / (√ŝ + ε), with m̂ = m/(1 − β₁ᵗ) and ŝ = s/(1 − β₂ᵗ)
/// (Kingma & Ba 2015, algorithm 1).
///
/// Keras has ε = 1e-7, added to √s before its correction.
public struct Adam: Optimizer {
  /// The learning rate η.
  public let learningRate: Double
  /// β₁ and β₂.
  public let betas: (Double, Double)
  /// What keeps the divisor from zero.
  public let eps: Double
  /// Whether m and s are divided by 1 − βᵗ.
  public let biasCorrection: Bool
  /// The factor λ of the L2 penalty (λ/2)‖w‖² in the gradient.
  public let weightDecay: Double
  /// The parameters that the decay applies to.
  public let decayed: ParameterSelection

  /// Adam.
  ///
  /// - Parameters:
  ///   - learningRate: η > 0; 1e-3 by default.
  ///   - betas: Both in 0..<1; 0.9 and 0.999 by default.
  ///   - eps: At least 0; 1e-8 by default.
  ///   - biasCorrection: False takes m and s as they are, which makes the first step
  ///     (1 − β₁)/√(1 − β₂) times as long, 3.16 by default.
  ///   - weightDecay: λ ≥ 0, added to the gradient as λw, where √s divides it again: weights with
  ///     large gradients are decayed less. `AdamW` takes it from the weights directly. None by default.
  ///   - decayed: The parameters that the decay applies to: the weights by default, `.all` as
  ///     PyTorch does.
  public init(
    learningRate: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    biasCorrection: Bool = true, weightDecay: Double = 0, decayed: ParameterSelection = .weights
  ) {
    requireLearningRate(learningRate)
    requirePart(betas.0, "the first of betas")
    requirePart(betas.1, "the second of betas")
    requireEps(eps)
    requireWeightDecay(weightDecay)
    self.learningRate = learningRate
    self.betas = betas
    self.eps = eps
    self.biasCorrection = biasCorrection
    self.weightDecay = weightDecay
    self.decayed = decayed
  }

  /// The mean and the mean square.
  public var slots: Int { 2 }

  /// One step.
  public func update(_ slice: ParameterSlice) { move(slice, slice.coupled(weightDecay)) }

  /// The step's size is η / (√ŝ + ε).
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    softThreshold(
      slice.values, l1: Real(l1), l2: Real(l2), rate: Real(slice.learningRate),
      squares: slice.slot(1), rootCorrection: Real(1 / bias(betas.1, slice).squareRoot()),
      eps: Real(eps), slice.count)
  }

  func move(_ slice: ParameterSlice, _ decay: WeightDecay) {
    adam(
      slice.values, along: slice.gradients, mean: slice.slot(0), squares: slice.slot(1),
      AdamStep(
        betas: (Real(betas.0), Real(betas.1)), fresh: (Real(1 - betas.0), Real(1 - betas.1)),
        rootCorrection: Real(1 / bias(betas.1, slice).squareRoot()), eps: Real(eps),
        rate: Real(slice.learningRate / bias(betas.0, slice)), decay), slice.count)
  }

  /// 1 − βᵗ: the part of an average from zero that is made of gradients.
  private func bias(_ beta: Double, _ slice: ParameterSlice) -> Double {
    biasCorrection ? 1 - slice.power(of: beta) : 1
  }
}
