/// The extents of an image whose numbers lie row by row, the channels of a pixel side by side.
public struct ImageSize: Sendable, Hashable {
  /// How many rows of pixels.
  public let height: Int
  /// How many columns of pixels.
  public let width: Int
  /// How many numbers a pixel has.
  public let channels: Int

  /// An image of `height` × `width` pixels with `channels` numbers each, 1 by default.
  public init(_ height: Int, _ width: Int, channels: Int = 1) {
    self.height = height
    self.width = width
    self.channels = channels
  }

  /// How many numbers an image has.
  public var count: Int { height * width * channels }
}
