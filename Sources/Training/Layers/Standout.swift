import Autograd
import Numerics

/// An activation function with a dropout that depends on the pre-activation z (Ba & Frey 2013, NIPS):
/// a unit is kept with the probability σ(alpha · z + beta), each of each example on its own.
///
/// It stands in the place of the activation after a `Linear`: what it gets is z. In training and in
/// Monte-Carlo sampling the output is m ∘ g(z) with the mask m, nothing scaled; at inference it is
/// σ(alpha · z + beta) ∘ g(z). This is the paper's short form, in which the standout network shares
/// the layer's weights: its π = αw + β, with β added once to the pre-activation.
///
/// In training the mask counts as given and no gradient flows through the probability, as in the
/// paper. Gradients of the inference output, such as those for an adversarial example, are those of
/// the whole product.
public struct Standout: Layer {
  /// The slope of the probability to keep.
  public let alpha: Double
  /// Its offset.
  public let beta: Double
  /// The activation function g.
  public let activation: Activation
  private var noise: Noise?

  /// An adaptive dropout.
  ///
  /// - Parameters:
  ///   - alpha: The slope of the probability; 1 by default. With 0 all units have the same one.
  ///   - beta: Its offset; 0 by default: half of the units with z = 0 are kept. Larger keeps more.
  ///   - activation: The activation function; `relu` by default.
  public init(alpha: Double = 1, beta: Double = 0, activation: Activation = .relu) {
    require(
      alpha.isFinite && beta.isFinite,
      "the standout's alpha and beta are finite numbers, not \(alpha) and \(beta)")
    self.alpha = alpha
    self.beta = beta
    self.activation = activation
  }

  /// Declares its noise.
  public mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  /// m ∘ g(z), or its mean at inference.
  public func callAsFunction(_ z: Tensor, _ pass: Pass) -> Tensor {
    let a = activation(z)
    guard pass.noisy else { return standoutMean(a, preactivation: z, alpha: alpha, beta: beta) }
    return standout(a, preactivation: z, alpha: alpha, beta: beta, pass.random(noise))
  }
}
