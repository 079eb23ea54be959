import Kernels
import Numerics

/// Moves images away from their mean, or towards it, by a random factor (the `contrast` of
/// torchvision's `ColorJitter`): m + factor · (x − m).
public struct RandomContrast: ImageAugmentation {
  /// How far the factor goes from 1.
  public let amount: Double

  /// The factor is uniform from max(0, 1 − amount) to 1 + amount; amount ≥ 0. Results are cut to 0 … 1.
  public init(_ amount: Double) {
    requireAmount(amount, "RandomContrast")
    self.amount = amount
  }

  /// Changes the image by one factor.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    image.move(awayFrom: image.meanBrightness, by: randomFactor(amount, &random))
  }
}
