import Kernels
import Numerics

/// Adam with decoupled weight decay: w ← (1 − ηλ)w, then Adam's step (Loshchilov & Hutter 2019,
/// *Decoupled Weight Decay Regularization*, algorithm 2).
///
/// As PyTorch's `AdamW`, where the decay is multiplied by the learning rate; the paper's own λ is ηλ
/// here. Keras's default decay is 0.004, its ε 1e-7.
public struct AdamW: Optimizer {
  private let adam: Adam
  /// The decay λ.
  public let weightDecay: Double

  /// Adam with decoupled decay.
  ///
  /// - Parameters:
  ///   - learningRate: η > 0; 1e-3 by default.
  ///   - betas: Both in 0..<1; 0.9 and 0.999 by default.
  ///   - eps: At least 0; 1e-8 by default.
  ///   - weightDecay: λ ≥ 0; 1e-2 by default.
  ///   - decayed: The parameters that the decay applies to: the weights by default, `.all` as
  ///     PyTorch does.
  public init(
    learningRate: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
    weightDecay: Double = 1e-2, decayed: ParameterSelection = .weights
  ) {
    requireWeightDecay(weightDecay)
    adam = Adam(learningRate: learningRate, betas: betas, eps: eps, decayed: decayed)
    self.weightDecay = weightDecay
  }

  /// The learning rate η.
  public var learningRate: Double { adam.learningRate }
  /// The parameters that the decay applies to.
  public var decayed: ParameterSelection { adam.decayed }
  /// The mean and the mean square.
  public var slots: Int { adam.slots }

  /// One step.
  public func update(_ slice: ParameterSlice) { adam.move(slice, slice.decoupled(weightDecay)) }

  /// The step's size is η / (√ŝ + ε).
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    adam.shrink(slice, l1: l1, l2: l2)
  }
}
