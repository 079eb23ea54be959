import Kernels

/// How the value between pixels is found.
public enum Interpolation: Sendable {
  /// The nearest pixel's.
  case nearest
  /// The mean of the four pixels around, weighted by nearness.
  case bilinear
}

extension ImageView {
  /// Replaces the image by what it holds at the places of a map.
  func sample(_ map: AffineMap, _ interpolation: Interpolation, fill: Real) {
    redraw {
      Kernels.sample(
        $0, at: map, bilinear: interpolation == .bilinear, fill: fill, into: $1,
        height: size.height, width: size.width,
        channels: size.channels)
    }
  }
}
