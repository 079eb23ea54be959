import Autograd
import Numerics

/// Multiplies numbers by N(1, p / (1 − p)) while the network trains, each unit of each example on its
/// own (Srivastava et al. 2014, §10; Keras's `GaussianDropout`). Inference changes nothing.
public struct GaussianDropout: Layer {
  /// The drop probability of the dropout whose mask has the same variance.
  public let p: Double
  private var noise: Noise?

  /// A Gaussian dropout.
  ///
  /// - Parameter p: The drop probability of the dropout with the same variance, in 0..<1; 0.5 by
  ///   default, a variance of 1. 0 changes nothing.
  public init(p: Double = 0.5) {
    requireDropProbability(p)
    self.p = p
  }

  /// Declares its noise.
  public mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  /// x times the factors, or x at inference.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    pass.noisy ? gaussianDropout(x, p: p, pass.random(noise)) : x
  }
}
