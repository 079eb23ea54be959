import Kernels
import Numerics

/// Turns images around their centre by a random angle.
public struct RandomRotation: ImageAugmentation {
  /// The largest angle in degrees.
  public let degrees: Double
  /// How values between pixels are found.
  public let interpolation: Interpolation
  /// What comes in from outside.
  public let fill: Double

  /// The defaults are torchvision's; Keras's `RandomRotation` takes parts of a full turn, is bilinear
  /// and reflects at the border.
  ///
  /// - Parameters:
  ///   - degrees: The angle is uniform from −degrees to degrees, 0 to 180; positive angles turn
  ///     counter-clockwise.
  ///   - interpolation: How values between pixels are found; the nearest pixel's by default.
  ///   - fill: What comes in from outside; 0 by default.
  public init(degrees: Double, interpolation: Interpolation = .nearest, fill: Double = 0) {
    require(
      degrees >= 0 && degrees <= 180, "RandomRotation turns by 0 to 180 degrees, not \(degrees)")
    self.degrees = degrees
    self.interpolation = interpolation
    self.fill = fill
  }

  /// Turns the image.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    image.sample(
      Self.map(degrees: degrees * (2 * random.uniform() - 1)), interpolation, fill: Real(fill))
  }

  /// Where each pixel of an image turned counter-clockwise comes from.
  static func map(degrees: Double) -> AffineMap {
    let angle = degrees * Double.pi / 180
    let (c, s) = (cos(angle), sin(angle))
    return AffineMap(yy: c, yx: s, xy: -s, xx: c)
  }
}
