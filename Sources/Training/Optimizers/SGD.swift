import Kernels
import Numerics

/// Stochastic gradient descent, with momentum if asked: v ← μv + (1 − dampening) g, w ← w − η v.
///
/// As PyTorch's `SGD`, v is g itself after the first step, whatever the dampening. Keras keeps −η v
/// instead of v, which is the same only while η does not change.
public struct SGD: Optimizer {
  /// The learning rate η.
  public let learningRate: Double
  /// The part μ of the velocity that is kept (Polyak 1964).
  public let momentum: Double
  /// The part of a gradient that does not enter the velocity.
  public let dampening: Double
  /// Whether the step looks ahead along the velocity.
  public let nesterov: Bool
  /// Whether the velocity is the exponential average of the gradients.
  public let averaged: Bool
  /// The factor λ of the L2 penalty (λ/2)‖w‖² in the gradient.
  public let weightDecay: Double
  /// The parameters that the decay applies to.
  public let decayed: ParameterSelection

  /// Gradient descent.
  ///
  /// - Parameters:
  ///   - learningRate: η > 0.
  ///   - momentum: μ in 0..<1; none by default.
  ///   - dampening: In 0...1; 0 by default. Not with `nesterov` or `averaged`.
  ///   - nesterov: True moves along g + μv (Sutskever et al. 2013, in PyTorch's form).
  ///   - averaged: True makes the velocity v ← μv + (1 − μ)g from v = 0, the exponential average of
  ///     the gradients: the steps of the usual form with the learning rate (1 − μ)η.
  ///   - weightDecay: λ ≥ 0, added to the gradient as λw, so that it goes through the momentum;
  ///     0 by default. `SGDW` takes it from the weights directly.
  ///   - decayed: The parameters that the decay applies to: the weights by default, `.all` as
  ///     PyTorch does.
  public init(
    learningRate: Double, momentum: Double = 0, dampening: Double = 0, nesterov: Bool = false,
    averaged: Bool = false, weightDecay: Double = 0, decayed: ParameterSelection = .weights
  ) {
    requireLearningRate(learningRate)
    requirePart(momentum, "momentum")
    requireWeightDecay(weightDecay)
    require(dampening >= 0 && dampening <= 1, "dampening is between 0 and 1, not \(dampening)")
    require(
      !nesterov || momentum > 0 && dampening == 0 && !averaged,
      "Nesterov's momentum needs a momentum above 0, no dampening, and no average")
    require(
      !averaged || dampening == 0,
      "the averaged form has a dampening of its own, 1 − μ: leave dampening at 0")
    self.learningRate = learningRate
    self.momentum = momentum
    self.dampening = dampening
    self.nesterov = nesterov
    self.averaged = averaged
    self.weightDecay = weightDecay
    self.decayed = decayed
  }

  /// The velocity, where there is momentum.
  public var slots: Int { momentum > 0 ? 1 : 0 }

  /// One step.
  public func update(_ slice: ParameterSlice) {
    descend(slice, momentum, fresh(slice.step), nesterov, slice.coupled(weightDecay))
  }

  /// The step's size is η, or with momentum what it adds up to, η(1 − dampening)/(1 − μ).
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    shrinkEvenly(slice, slice.learningRate * fresh(2) / (1 - momentum), l1, l2)
  }

  private func fresh(_ step: Int) -> Double {
    averaged ? 1 - momentum : step == 1 || momentum == 0 ? 1 : 1 - dampening
  }
}

/// The step that `SGD` and `SGDW` share.
func descend(
  _ slice: ParameterSlice, _ momentum: Double, _ fresh: Double, _ nesterov: Bool,
  _ decay: WeightDecay
) {
  let (w, g, n) = (slice.values, slice.gradients, slice.count)
  let rate = Real(slice.learningRate)
  if momentum == 0 {
    descend(w, along: g, rate: rate, decay, n)
  } else if nesterov {
    descendAhead(
      w, along: g, velocity: slice.slot(0), momentum: Real(momentum), rate: rate, decay, n)
  } else {
    descend(
      w, along: g, velocity: slice.slot(0), momentum: Real(momentum), fresh: Real(fresh),
      rate: rate, decay, n)
  }
}

/// The proximal step where every number's step has the same size.
func shrinkEvenly(_ slice: ParameterSlice, _ size: Double, _ l1: Double, _ l2: Double) {
  softThreshold(slice.values, Real(size * l1), dividedBy: Real(1 + size * l2), slice.count)
}
