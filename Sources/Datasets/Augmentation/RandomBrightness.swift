import Kernels
import Numerics

/// Multiplies images by a random factor (the `brightness` of torchvision's `ColorJitter`).
public struct RandomBrightness: ImageAugmentation {
  /// How far the factor goes from 1.
  public let amount: Double

  /// The factor is uniform from max(0, 1 − amount) to 1 + amount; amount ≥ 0. Results are cut to 0 … 1.
  public init(_ amount: Double) {
    requireAmount(amount, "RandomBrightness")
    self.amount = amount
  }

  /// Multiplies the image by one factor.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    image.move(awayFrom: 0, by: randomFactor(amount, &random))
  }
}
