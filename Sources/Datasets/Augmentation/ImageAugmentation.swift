import Numerics

/// A random change of each image by itself. One of your own is as short as this:
/// ```swift
/// struct Invert: ImageAugmentation {
///   func apply(to image: ImageView, _ random: inout RandomStream) {
///     for y in 0..<image.size.height {
///       for x in 0..<image.size.width { image[y, x] = 1 - image[y, x] }
///     }
///   }
/// }
/// ```
public protocol ImageAugmentation: Augmentation {
  /// Changes an image in place; all that is random comes from the stream.
  func apply(to image: ImageView, _ random: inout RandomStream)
}

extension ImageAugmentation {
  /// Changes the images of the batch one after the other.
  public func apply(to batch: inout Batch, _ random: inout RandomStream) {
    batch.changeImages(for: "\(Self.self)") { apply(to: $0, &random) }
  }
}
