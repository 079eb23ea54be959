import Kernels
import Numerics

/// Moves images by whole pixels. (torchvision's `RandomAffine(translate:)` and Keras's
/// `RandomTranslation` take parts of the height and the width; Keras reflects at the border.)
public struct RandomTranslation: ImageAugmentation {
  /// The most pixels up or down.
  public let vertical: Int
  /// The most pixels left or right.
  public let horizontal: Int
  /// What comes in at the border.
  public let fill: Double

  /// - Parameters:
  ///   - vertical: The most pixels up or down, at least 0 and less than the image's height.
  ///   - horizontal: The most pixels left or right, at least 0 and less than its width.
  ///   - fill: What comes in at the border; 0 by default.
  public init(vertical: Int, horizontal: Int, fill: Double = 0) {
    require(
      vertical >= 0 && horizontal >= 0,
      "RandomTranslation moves by at least 0 pixels, not \(vertical) and \(horizontal)")
    self.vertical = vertical
    self.horizontal = horizontal
    self.fill = fill
  }

  /// At most `pixels` in each direction.
  public init(pixels: Int, fill: Double = 0) {
    self.init(vertical: pixels, horizontal: pixels, fill: fill)
  }

  /// Moves the image; all distances are equally likely.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    let down = random.integer(below: 2 * vertical + 1) - vertical
    let right = random.integer(below: 2 * horizontal + 1) - horizontal
    image.move(
      down: down, right: right, fill: Real(fill), for: "RandomTranslation", limit: vertical,
      horizontal)
  }
}

extension ImageView {
  /// Moves the image; refuses limits that could move all of it away.
  func move(
    down: Int, right: Int, fill: Real, for name: StaticString, limit vertical: Int,
    _ horizontal: Int
  ) {
    require(
      vertical < size.height && horizontal < size.width,
      "\(name) may move by \(vertical) pixels down and \(horizontal) sideways, and an image of \(size.height) × \(size.width) would be gone"
    )
    redraw {
      shift(
        $0, down: down, right: right, fill: fill, into: $1, height: size.height,
        width: size.width, channels: size.channels)
    }
  }
}
