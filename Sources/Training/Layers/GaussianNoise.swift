import Autograd
import Numerics

/// Adds normal noise of mean 0 while the network trains (Keras's `GaussianNoise`). Inference changes
/// nothing.
///
/// As the first layer it is noise on the inputs, which is a Tikhonov penalty to first order (Bishop
/// 1995), and exactly one for a linear model.
public struct GaussianNoise: Layer {
  /// The noise's standard deviation.
  public let standardDeviation: Double
  private var noise: Noise?

  /// A noise of a standard deviation of at least 0; 0 changes nothing.
  public init(standardDeviation: Double) {
    require(
      standardDeviation >= 0 && standardDeviation < .infinity,
      "a standard deviation is at least 0, not \(standardDeviation)")
    self.standardDeviation = standardDeviation
  }

  /// Declares its noise.
  public mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  /// x plus noise, or x at inference.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    // −0 + 0 is 0: without noise the bits must stay.
    guard pass.noisy, standardDeviation > 0 else { return x }
    return gaussianNoise(x, standardDeviation: standardDeviation, pass.random(noise))
  }
}
