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
