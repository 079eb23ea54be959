import Kernels
import Numerics

/// Pads images and cuts a piece of the old size out at a random place: torchvision's
/// `RandomCrop(size, padding=padding)` with `size` the image's.
public struct RandomCrop: ImageAugmentation {
  /// How many pixels are added at each side.
  public let padding: Int
  /// What the added pixels hold.
  public let fill: Double

  /// - Parameters:
  ///   - padding: How many pixels are added at each side, at least 0; less than the image's height
  ///     and width, or nothing of it might be left.
  ///   - fill: What the added pixels hold; 0 by default.
  public init(padding: Int, fill: Double = 0) {
    require(padding >= 0, "RandomCrop's padding is at least 0 pixels, not \(padding)")
    self.padding = padding
    self.fill = fill
  }

  /// Moves the image by −padding to padding pixels in both directions, all equally likely.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    let down = padding - random.integer(below: 2 * padding + 1)
    let right = padding - random.integer(below: 2 * padding + 1)
    image.move(
      down: down, right: right, fill: Real(fill), for: "RandomCrop", limit: padding, padding)
  }
}
