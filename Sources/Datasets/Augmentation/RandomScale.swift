import Kernels
import Numerics

/// Makes images larger or smaller around their centre by a random factor (torchvision's
/// `RandomAffine(scale:)`).
public struct RandomScale: ImageAugmentation {
  /// The factors.
  public let factors: ClosedRange<Double>
  /// How values between pixels are found.
  public let interpolation: Interpolation
  /// What comes in from outside.
  public let fill: Double

  /// - Parameters:
  ///   - factors: The factor is uniform between these, both greater than 0; above 1 is larger.
  ///   - interpolation: How values between pixels are found; the nearest pixel's by default.
  ///   - fill: What comes in from outside; 0 by default.
  public init(
    _ factors: ClosedRange<Double>, interpolation: Interpolation = .nearest, fill: Double = 0
  ) {
    require(
      factors.lowerBound > 0 && factors.upperBound.isFinite,
      "RandomScale's factors are greater than 0, not \(factors.lowerBound) to \(factors.upperBound)"
    )
    self.factors = factors
    self.interpolation = interpolation
    self.fill = fill
  }

  /// Scales the image.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    let width = factors.upperBound - factors.lowerBound
    image.sample(
      Self.map(factor: factors.lowerBound + width * random.uniform()), interpolation,
      fill: Real(fill))
  }

  static func map(factor: Double) -> AffineMap {
    AffineMap(yy: 1 / factor, yx: 0, xy: 0, xx: 1 / factor)
  }
}
