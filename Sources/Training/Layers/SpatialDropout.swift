import Autograd
import Numerics

/// Dropout of whole channels (Tompson et al. 2015): each channel of each example is 0 with probability
/// p in training and divided by 1 − p otherwise. PyTorch's `Dropout2d` and `Dropout1d`, Keras's
/// `SpatialDropout2D` and `SpatialDropout1D`.
public struct SpatialDropout: Layer {
  /// The probability to drop a channel.
  public let p: Double
  private var noise: Noise?

  /// A dropout of channels with probability `p`, from 0 to below 1.
  public init(p: Double) {
    requireDropProbability(p)
    self.p = p
  }

  /// Declares a source of randomness.
  public mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  /// `[batch, height, width, channels]` or `[batch, length, channels]` with channels dropped.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 4 || x.shape.rank == 3,
      "SpatialDropout takes [batch, height, width, channels] or [batch, length, channels], and got \(x.shape)"
    )
    guard pass.noisy && p > 0 else { return x }
    return dropout(x, p: p, sharing: .positions, pass.random(noise))
  }
}
