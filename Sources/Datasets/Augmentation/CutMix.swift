import Kernels
import Numerics

/// Puts a rectangle of another image into each (Yun et al., *CutMix*, ICCV 2019), and the part of its
/// area into the targets.
///
/// With λ ~ Beta(α, α) the rectangle has the part 1 − λ of the area before it is cut at the image's
/// border: its half sides are ⌊½ √(1 − λ) · height⌋ and ⌊½ √(1 − λ) · width⌋ around a random pixel.
/// The targets are mixed by the area that is really left, counted in pixels, and sum to 1. As in
/// torchvision's `CutMix`, one rectangle serves a batch, and each image gets that of the one before
/// it, the first that of the last.
public struct CutMix: Augmentation {
  /// The parameter α of the beta distribution.
  public let alpha: Double

  /// CutMix with α > 0, 1 by default.
  public init(alpha: Double = 1) {
    require(alpha > 0 && alpha.isFinite, "CutMix's alpha is greater than 0, not \(alpha)")
    self.alpha = alpha
  }

  /// Mixes the batch.
  public func apply(to batch: inout Batch, _ random: inout RandomStream) {
    let size = batch.requireImage(for: "CutMix")
    let lambda = random.beta(alpha, alpha)
    let row = random.integer(below: size.height)
    let column = random.integer(below: size.width)
    let (rows, columns) = Self.rectangle(lambda: lambda, row: row, column: column, size)
    Self.paste(rows: rows, columns: columns, in: &batch, size)
  }

  /// The rectangle of a λ around a pixel, cut at the image's border.
  static func rectangle(
    lambda: Double, row: Int, column: Int, _ size: ImageSize
  ) -> (rows: Range<Int>, columns: Range<Int>) {
    let half = 0.5 * (1 - lambda).squareRoot()
    return (side(half, size.height, around: row), side(half, size.width, around: column))
  }

  /// Pastes a given rectangle; the images keep the rest of their targets.
  static func paste(
    rows: Range<Int>, columns: Range<Int>, in batch: inout Batch, _ size: ImageSize
  ) {
    let area = size.height * size.width
    let kept = Real(area - rows.count * columns.count) / Real(area)
    batch.mixWithPrevious(kept: kept) { image, other in
      copyRectangle(
        other, rows: rows, columns: columns, into: image, width: size.width,
        channels: size.channels)
    }
  }

  private static func side(_ half: Double, _ extent: Int, around middle: Int) -> Range<Int> {
    let reach = Int(half * Double(extent))
    return max(0, middle - reach)..<min(extent, middle + reach)
  }
}
