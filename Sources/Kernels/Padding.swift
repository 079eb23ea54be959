// Borders around an image: zeros, or its opposite side (circular).

/// An image and the border around it, the same above and below and the same left and right.
public struct Padding {
  /// The rows of the image.
  public let height: Int
  /// The columns of the image.
  public let width: Int
  /// How many numbers a pixel has.
  public let channels: Int
  /// How many rows are added above, and as many below.
  public let vertical: Int
  /// How many columns are added left, and as many right.
  public let horizontal: Int
  /// Whether the border repeats the opposite side; zeros otherwise.
  public let circular: Bool

  /// An image with a border. A circular border is not wider than the image.
  public init(
    height: Int, width: Int, channels: Int, vertical: Int, horizontal: Int, circular: Bool
  ) {
    self.height = height
    self.width = width
    self.channels = channels
    self.vertical = vertical
    self.horizontal = horizontal
    self.circular = circular
  }

  /// The rows with the border.
  public var paddedHeight: Int { height + 2 * vertical }
  /// The columns with the border.
  public var paddedWidth: Int { width + 2 * horizontal }
  /// How many numbers the image has.
  public var count: Int { height * width * channels }
  /// How many numbers the image has with its border.
  public var paddedCount: Int { paddedHeight * paddedWidth * channels }
}

/// out = the image with its border.
public func pad(
  _ image: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ p: Padding
) {
  if !p.circular { out.update(repeating: 0, count: p.paddedCount) }
  let side = p.horizontal * p.channels
  let row = p.width * p.channels
  for y in 0..<p.paddedHeight {
    let inside = y >= p.vertical && y < p.vertical + p.height
    guard inside || p.circular else { continue }
    let source = image + wrapped(y - p.vertical, p.height) * row
    let target = out + y * p.paddedWidth * p.channels
    (target + side).update(from: source, count: row)
    if p.circular {
      target.update(from: source + row - side, count: side)
      (target + side + row).update(from: source, count: side)
    }
  }
}

/// out += the gradient of an image with a circular border: every pixel's, in row-major order, goes to
/// the pixel that it was copied from.
public func addUnpadded(
  circular gradient: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ p: Padding
) {
  for y in 0..<p.paddedHeight {
    for x in 0..<p.paddedWidth {
      let pixel = gradient + (y * p.paddedWidth + x) * p.channels
      let place = wrapped(y - p.vertical, p.height) * p.width + wrapped(x - p.horizontal, p.width)
      let target = out + place * p.channels
      for c in 0..<p.channels { target[c] += pixel[c] }
    }
  }
}

/// A position on a ring of n places that is at most once around off.
@inline(__always)
private func wrapped(_ i: Int, _ n: Int) -> Int {
  i < 0 ? i + n : i >= n ? i - n : i
}
