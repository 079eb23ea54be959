import Autograd
import Numerics

/// Layer normalisation over the last dimension: (x − mean) / √(variance + eps) · weight + bias (Ba,
/// Kiros & Hinton 2016). Examples do not meet, so training and judging are the same.
///
/// The variance is the biased one; weight starts at 1 and bias at 0. `eps` is 1e-5, as in PyTorch
/// (Keras: 1e-3). Penalties and weight decay leave both parameters alone.
public struct LayerNorm: Layer {
  /// How many numbers are normalised together.
  public let features: Int
  /// What is added to the variance.
  public let eps: Double
  private var weight: Parameter?
  private var bias: Parameter?

  /// A layer normalisation of `[…, features]`; `eps` is above 0, 1e-5 by default.
  public init(_ features: Int, eps: Double = 1e-5) {
    require(features >= 1, "LayerNorm(\(features)) has nothing to normalise")
    require(eps > 0, "LayerNorm's eps is greater than 0, not \(eps)")
    self.features = features
    self.eps = eps
  }

  /// Declares `weight` and `bias`.
  public mutating func declare(in list: inout ParameterList) {
    weight = list.declare("weight", Shape(features), .bias, .ones)
    bias = list.declare("bias", Shape(features), .bias, .zeros)
  }

  /// The normalised rows.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.columns == features,
      "LayerNorm(\(features)) takes [..., \(features)], and got \(x.shape)")
    return layerNorm(x, pass[weight], pass[bias], eps: eps)
  }
}
