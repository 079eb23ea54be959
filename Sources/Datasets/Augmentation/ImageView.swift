import Kernels
import Numerics

/// An image of a batch that an augmentation changes in place. It is valid during the call only.
public struct ImageView {
  /// The extents.
  public let size: ImageSize
  let pixels: UnsafeMutablePointer<Real>
  /// Room for another image.
  let scratch: UnsafeMutablePointer<Real>

  /// A number of the image.
  public subscript(_ row: Int, _ column: Int, channel: Int = 0) -> Real {
    get { pixels[index(row, column, channel)] }
    nonmutating set { pixels[index(row, column, channel)] = newValue }
  }

  private func index(_ row: Int, _ column: Int, _ channel: Int) -> Int {
    require(
      row >= 0 && row < size.height && column >= 0 && column < size.width && channel >= 0
        && channel < size.channels,
      "pixel (\(row), \(column), \(channel)) is outside an image of \(size.height) × \(size.width) × \(size.channels)"
    )
    return (row * size.width + column) * size.channels + channel
  }

  /// Replaces the image by what `draw` makes of it: it reads the image and writes another.
  func redraw(_ draw: (UnsafePointer<Real>, UnsafeMutablePointer<Real>) -> Void) {
    draw(pixels, scratch)
    pixels.update(from: scratch, count: size.count)
  }
}

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

extension Batch {
  /// Changes each image in place; refuses examples that are none.
  mutating func changeImages(for name: @autoclosure () -> String, _ change: (ImageView) -> Void) {
    let size = requireImage(for: name())
    prepareScratch()
    inputs.withUnsafeMutableBufferPointer { inputs in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let base = inputs.baseAddress, let room = scratch.baseAddress else { return }
        for i in 0..<inputs.count / size.count {
          change(ImageView(size: size, pixels: base + i * size.count, scratch: room))
        }
      }
    }
  }

  /// The images' size; refuses examples that are none.
  func requireImage(for name: @autoclosure () -> String) -> ImageSize {
    guard let image else {
      refuse(
        "\(name()) changes images, and these examples are rows of \(features) numbers without a height and a width"
      )
    }
    return image
  }
}
