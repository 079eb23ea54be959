import Kernels
import Numerics

/// Adds normal noise to every number (Keras's `GaussianNoise`, torchvision's `GaussianNoise`). Any
/// examples will do. For a linear network with squared error it is an L2 penalty (Bishop 1995).
public struct RandomNoise: Augmentation {
  /// The noise's standard deviation.
  public let standardDeviation: Double

  /// Noise with mean 0; 0.1 by default, as in torchvision.
  public init(standardDeviation: Double = 0.1) {
    require(
      standardDeviation >= 0 && standardDeviation.isFinite,
      "RandomNoise's standard deviation is at least 0, not \(standardDeviation)")
    self.standardDeviation = standardDeviation
  }

  /// Adds noise to the batch.
  public func apply(to batch: inout Batch, _ random: inout RandomStream) {
    for i in batch.inputs.indices { batch.inputs[i] += Real(standardDeviation * random.normal()) }
  }
}
