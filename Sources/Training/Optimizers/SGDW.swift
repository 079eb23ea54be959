import Kernels
import Numerics

/// Gradient descent with momentum and decoupled weight decay: v ← μv + g, w ← (1 − ηλ)w − ηv
/// (Loshchilov & Hutter 2019, *Decoupled Weight Decay Regularization*, algorithm 1).
///
/// As in `AdamW`, the decay is multiplied by the learning rate; the paper's own λ is ηλ here, and its
/// velocity has η inside, which is the same only while η does not change. Without
/// momentum it is `SGD` with the same `weightDecay`. Keras's `SGD(weight_decay:)` is this one.
public struct SGDW: Optimizer {
  /// The learning rate η.
  public let learningRate: Double
  /// The part μ of the velocity that is kept.
  public let momentum: Double
  /// Whether the step looks ahead along the velocity.
  public let nesterov: Bool
  /// The decay λ.
  public let weightDecay: Double
  /// The parameters that the decay applies to.
  public let decayed: ParameterSelection

  /// Gradient descent with decoupled decay.
  ///
  /// - Parameters:
  ///   - learningRate: η > 0.
  ///   - momentum: μ in 0..<1; none by default.
  ///   - nesterov: True moves along g + μv.
  ///   - weightDecay: λ ≥ 0; 1e-2 by default.
  ///   - decayed: The parameters that the decay applies to; the weights by default.
  public init(
    learningRate: Double, momentum: Double = 0, nesterov: Bool = false, weightDecay: Double = 1e-2,
    decayed: ParameterSelection = .weights
  ) {
    requireLearningRate(learningRate)
    requirePart(momentum, "momentum")
    requireWeightDecay(weightDecay)
    require(!nesterov || momentum > 0, "Nesterov's momentum needs a momentum above 0")
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.decayed = decayed
  }

  /// The velocity, where there is momentum.
  public var slots: Int { momentum > 0 ? 1 : 0 }

  /// One step.
  public func update(_ slice: ParameterSlice) {
    descend(slice, momentum, 1, nesterov, slice.decoupled(weightDecay))
  }

  /// The step's size is η/(1 − μ).
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    shrinkEvenly(slice, slice.learningRate / (1 - momentum), l1, l2)
  }
}
