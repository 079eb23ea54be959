import Kernels
import Numerics

/// Mirrors images left to right, each with probability p.
///
/// It is wrong where the side matters: a mirrored 2 of seven segments is a 5. (Keras's `RandomFlip`
/// also turns images upside down by default.)
public struct RandomHorizontalFlip: ImageAugmentation {
  /// The probability.
  public let p: Double

  /// Mirrors with probability `p`, 0 to 1; 0.5 by default, as in torchvision.
  public init(p: Double = 0.5) {
    require(p >= 0 && p <= 1, "RandomHorizontalFlip's p is a probability from 0 to 1, not \(p)")
    self.p = p
  }

  /// Mirrors the image or leaves it.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    guard random.uniform() < p else { return }
    mirror(
      image.pixels, height: image.size.height, width: image.size.width,
      channels: image.size.channels)
  }
}
