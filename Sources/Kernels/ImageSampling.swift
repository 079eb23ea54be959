// Images moved to other pixels. An image is height × width × channels numbers in row-major order.

/// Where an affine map finds the pixel (y, x) of its result, relative to the image's centre
/// ((height − 1) / 2, (width − 1) / 2): at (yy · y + yx · x + y0, xy · y + xx · x + x0).
public struct AffineMap: Sendable {
  let (yy, yx, y0): (Double, Double, Double)
  let (xy, xx, x0): (Double, Double, Double)

  /// A map of six numbers.
  public init(yy: Double, yx: Double, y0: Double = 0, xy: Double, xx: Double, x0: Double = 0) {
    (self.yy, self.yx, self.y0) = (yy, yx, y0)
    (self.xy, self.xx, self.x0) = (xy, xx, x0)
  }
}

/// out[y, x] = source at map(y, x); what lies outside the source is `fill`. Bilinear, a value between
/// pixels is the mean of the four around it, weighted by nearness; otherwise it is the nearest
/// pixel's, halves going to the even one, as in PyTorch.
public func sample(
  _ source: UnsafePointer<Real>, at map: AffineMap, bilinear: Bool, fill: Real,
  into out: UnsafeMutablePointer<Real>, height: Int, width: Int, channels: Int
) {
  let (middleY, middleX) = (Double(height - 1) / 2, Double(width - 1) / 2)
  func pixel(_ y: Int, _ x: Int, _ c: Int) -> Real {
    y >= 0 && y < height && x >= 0 && x < width ? source[(y * width + x) * channels + c] : fill
  }
  for row in 0..<height {
    for column in 0..<width {
      let (v, u) = (Double(row) - middleY, Double(column) - middleX)
      let y = map.yy * v + map.yx * u + map.y0 + middleY
      let x = map.xy * v + map.xx * u + map.x0 + middleX
      let target = out + (row * width + column) * channels
      // Far outside: also keeps the conversion to Int safe.
      guard y > -1, y < Double(height), x > -1, x < Double(width) else {
        for c in 0..<channels { target[c] = fill }
        continue
      }
      guard bilinear else {
        let (i, j) = (Int(y.rounded(.toNearestOrEven)), Int(x.rounded(.toNearestOrEven)))
        for c in 0..<channels { target[c] = pixel(i, j, c) }
        continue
      }
      let (top, left) = (y.rounded(.down), x.rounded(.down))
      let (i, j) = (Int(top), Int(left))
      let (down, right) = (Real(y - top), Real(x - left))
      for c in 0..<channels {
        let upper = (1 - right) * pixel(i, j, c) + right * pixel(i, j + 1, c)
        let lower = (1 - right) * pixel(i + 1, j, c) + right * pixel(i + 1, j + 1, c)
        target[c] = (1 - down) * upper + down * lower
      }
    }
  }
}

/// out[y, x] = source[y − down, x − right]; what comes from outside the source is `fill`.
public func shift(
  _ source: UnsafePointer<Real>, down: Int, right: Int, fill: Real,
  into out: UnsafeMutablePointer<Real>, height: Int, width: Int, channels: Int
) {
  // The columns of a row that come from the source.
  let first = min(max(0, right), width)
  let last = max(first, min(width, width + right))
  for y in 0..<height {
    let row = out + y * width * channels
    let i = y - down
    guard i >= 0 && i < height else {
      row.update(repeating: fill, count: width * channels)
      continue
    }
    row.update(repeating: fill, count: first * channels)
    (row + first * channels).update(
      from: source + (i * width + first - right) * channels, count: (last - first) * channels)
    (row + last * channels).update(repeating: fill, count: (width - last) * channels)
  }
}

/// Mirrors an image left to right, in place.
public func mirror(
  _ image: UnsafeMutablePointer<Real>, height: Int, width: Int, channels: Int
) {
  for y in 0..<height {
    for x in 0..<width / 2 {
      for c in 0..<channels {
        let left = (y * width + x) * channels + c
        let right = (y * width + width - 1 - x) * channels + c
        let kept = image[left]
        image[left] = image[right]
        image[right] = kept
      }
    }
  }
}

/// target[y, x] = source[y, x] in a rectangle of pixels.
public func copyRectangle(
  _ source: UnsafePointer<Real>, rows: Range<Int>, columns: Range<Int>,
  into target: UnsafeMutablePointer<Real>, width: Int, channels: Int
) {
  for y in rows {
    let start = (y * width + columns.lowerBound) * channels
    (target + start).update(from: source + start, count: columns.count * channels)
  }
}
