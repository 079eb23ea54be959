import Kernels
import Numerics

/// Erases a square around a random pixel of each image (DeVries & Taylor, *Improved Regularization of
/// CNNs with Cutout*, 2017). The square may reach beyond the border, so that less is erased there;
/// torchvision's `RandomErasing` keeps its rectangle inside.
public struct Cutout: ImageAugmentation {
  /// The square's side in pixels.
  public let size: Int
  /// What the erased pixels hold.
  public let fill: Double

  /// - Parameters:
  ///   - size: The square's side in pixels, from 0 to the image's shorter side.
  ///   - fill: What the erased pixels hold; 0 by default.
  public init(size: Int, fill: Double = 0) {
    require(size >= 0, "Cutout's size is at least 0 pixels, not \(size)")
    self.size = size
    self.fill = fill
  }

  /// Erases a square around a pixel; all pixels are equally likely.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    let extents = image.size
    require(
      size <= min(extents.height, extents.width),
      "Cutout's square of \(size) pixels is larger than an image of \(extents.height) × \(extents.width)"
    )
    let top = random.integer(below: extents.height) - size / 2
    let left = random.integer(below: extents.width) - size / 2
    for y in max(0, top)..<min(extents.height, top + size) {
      let row = image.pixels + y * extents.width * extents.channels
      let columns = max(0, left)..<min(extents.width, left + size)
      for i in columns.lowerBound * extents.channels..<columns.upperBound * extents.channels {
        row[i] = Real(fill)
      }
    }
  }
}
