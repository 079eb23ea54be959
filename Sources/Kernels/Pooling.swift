// Pooling of images in NHWC: every window becomes one pixel, channel by channel.

/// The extents of a pooling of `batch` images.
public struct PoolingExtents {
  /// How many images there are.
  public let batch: Int
  /// The rows of an image.
  public let height: Int
  /// The columns of an image.
  public let width: Int
  /// How many numbers a pixel has.
  public let channels: Int
  /// The rows of a window.
  public let windowHeight: Int
  /// The columns of a window.
  public let windowWidth: Int
  /// How many pixels lie between two windows.
  public let stride: Int

  /// The extents of a pooling.
  public init(
    batch: Int, height: Int, width: Int, channels: Int, windowHeight: Int, windowWidth: Int,
    stride: Int
  ) {
    self.batch = batch
    self.height = height
    self.width = width
    self.channels = channels
    self.windowHeight = windowHeight
    self.windowWidth = windowWidth
    self.stride = stride
  }

  /// The rows of the result; what is left over below belongs to no window.
  public var rows: Int { (height - windowHeight) / stride + 1 }
  /// The columns of the result; what is left over at the right belongs to no window.
  public var columns: Int { (width - windowWidth) / stride + 1 }

  /// Where the window of a pixel of the result, counted over all images, begins.
  @inline(__always)
  func window(_ pixel: Int) -> Int {
    let (line, x) = pixel.quotientAndRemainder(dividingBy: columns)
    let (image, y) = line.quotientAndRemainder(dividingBy: rows)
    return ((image * height + y * stride) * width + x * stride) * channels
  }
}

/// Writes every window's largest numbers and where they stand in x: the first in row-major order
/// among equals; not-a-number counts as the largest.
public func maxPool(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  places: UnsafeMutablePointer<Int32>, _ e: PoolingExtents
) {
  for pixel in 0..<e.batch * e.rows * e.columns {
    let first = e.window(pixel)
    let (best, place) = (out + pixel * e.channels, places + pixel * e.channels)
    var c = 0
    #if !REGBOOK_DOUBLE
      while c + 16 <= e.channels {
        largestOfSixteen(x, first + c, best + c, place + c, e)
        c += 16
      }
    #endif
    while c < e.channels {
      largest(x, first + c, best + c, place + c, e)
      c += 1
    }
  }
}

#if !REGBOOK_DOUBLE
  /// The largest numbers of a window for sixteen channels.
  @inline(__always)
  private func largestOfSixteen(
    _ x: UnsafePointer<Real>, _ first: Int, _ best: UnsafeMutablePointer<Real>,
    _ places: UnsafeMutablePointer<Int32>, _ e: PoolingExtents
  ) {
    let channels = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    var top = SIMD16(at: x + first)
    var place = SIMD16(repeating: Int32(truncatingIfNeeded: first))
    for ky in 0..<e.windowHeight {
      for kx in 0..<e.windowWidth where ky + kx > 0 {
        let start = first + (ky * e.width + kx) * e.channels
        let v = SIMD16(at: x + start)
        let larger = (v .> top) .| (v .!= v)
        top.replace(with: v, where: larger)
        place.replace(with: SIMD16(repeating: Int32(truncatingIfNeeded: start)), where: larger)
      }
    }
    top.store(at: best)
    UnsafeMutableRawPointer(places).storeBytes(of: place &+ channels, as: SIMD16<Int32>.self)
  }
#endif

/// The largest number of a window of one channel.
@inline(__always)
private func largest(
  _ x: UnsafePointer<Real>, _ first: Int, _ best: UnsafeMutablePointer<Real>,
  _ places: UnsafeMutablePointer<Int32>, _ e: PoolingExtents
) {
  var top = x[first]
  var place = first
  for ky in 0..<e.windowHeight {
    for kx in 0..<e.windowWidth where ky + kx > 0 {
      let start = first + (ky * e.width + kx) * e.channels
      let v = x[start]
      if v > top || v != v { (top, place) = (v, start) }
    }
  }
  best[0] = top
  places[0] = Int32(truncatingIfNeeded: place)
}

/// out[places[i]] += gradient[i], for i = 0, 1, 2, ….
public func addScattered(
  _ gradient: UnsafePointer<Real>, places: UnsafePointer<Int32>,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[Int(places[i])] += gradient[i] }
}

/// Writes every window's means: a running sum in row-major order from 0, divided by the number of
/// pixels.
public func averagePool(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ e: PoolingExtents
) {
  let size = Real(e.windowHeight * e.windowWidth)
  for pixel in 0..<e.batch * e.rows * e.columns {
    let first = e.window(pixel)
    let total = out + pixel * e.channels
    total.update(repeating: 0, count: e.channels)
    for ky in 0..<e.windowHeight {
      for kx in 0..<e.windowWidth {
        let source = x + first + (ky * e.width + kx) * e.channels
        for c in 0..<e.channels { total[c] += source[c] }
      }
    }
    for c in 0..<e.channels { total[c] = total[c] / size }
  }
}

/// out += the gradient of the means: each window's pixels get an equal part.
public func addAveragePoolGradient(
  _ gradient: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ e: PoolingExtents
) {
  let size = Real(e.windowHeight * e.windowWidth)
  for pixel in 0..<e.batch * e.rows * e.columns {
    let first = e.window(pixel)
    let source = gradient + pixel * e.channels
    for ky in 0..<e.windowHeight {
      for kx in 0..<e.windowWidth {
        let target = out + first + (ky * e.width + kx) * e.channels
        for c in 0..<e.channels { target[c] += source[c] / size }
      }
    }
  }
}
