// Convolutions of images in NHWC with weights in HWIO, as the networks of the field compute them
// (a correlation: nothing is flipped). Images are padded beforehand, so that every pixel sums the
// same terms in the same order.

/// The extents of a convolution of one padded image.
public struct ConvolutionExtents {
  /// How many pixels a row of the padded image has in memory.
  public let width: Int
  /// How many numbers a pixel of the image has.
  public let channels: Int
  /// The rows of the weight.
  public let kernelHeight: Int
  /// The columns of the weight.
  public let kernelWidth: Int
  /// How many rows of pixels are computed.
  public let rows: Int
  /// How many pixels a computed row has.
  public let columns: Int
  /// How many numbers a computed pixel has.
  public let outputs: Int
  /// How many pixels of the image lie between two computed ones.
  public let stride: Int

  /// The extents of a convolution.
  public init(
    width: Int, channels: Int, kernelHeight: Int, kernelWidth: Int, rows: Int, columns: Int,
    outputs: Int, stride: Int
  ) {
    self.width = width
    self.channels = channels
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.rows = rows
    self.columns = columns
    self.outputs = outputs
    self.stride = stride
  }

  /// How many numbers the weight has.
  public var weights: Int { kernelHeight * kernelWidth * channels * outputs }

  /// A row of the weight: what meets one contiguous run of the image.
  var run: Int { kernelWidth * channels }
}

/// out += image ∗ weight. Each number is a running sum over the weight's rows, columns and the
/// image's channels, each ascending, continued from what `out` holds.
public func convolve(
  _ image: UnsafePointer<Real>, _ weight: UnsafePointer<Real>,
  into out: UnsafeMutablePointer<Real>, _ e: ConvolutionExtents
) {
  for y in 0..<e.rows {
    for ky in 0..<e.kernelHeight {
      multiplyAdd(
        Strided(
          image + (y * e.stride + ky) * e.width * e.channels, row: e.stride * e.channels),
        weight + ky * e.run * e.outputs, into: out + y * e.columns * e.outputs, m: e.columns,
        k: e.run, n: e.outputs)
    }
  }
}

/// weightGradient += what one image owes to it: a running sum over the positions of the gradient in
/// row-major order, continued from what `weightGradient` holds.
public func addConvolutionWeightGradient(
  _ image: UnsafePointer<Real>, _ gradient: UnsafePointer<Real>,
  into weightGradient: UnsafeMutablePointer<Real>, _ e: ConvolutionExtents
) {
  for y in 0..<e.rows {
    for ky in 0..<e.kernelHeight {
      multiplyAdd(
        Strided(
          image + (y * e.stride + ky) * e.width * e.channels, row: 1,
          column: e.stride * e.channels),
        gradient + y * e.columns * e.outputs, into: weightGradient + ky * e.run * e.outputs,
        m: e.run, k: e.columns, n: e.outputs)
    }
  }
}

/// out = the weight with rows and columns in reverse order and its two channel dimensions exchanged:
/// what the gradient of the output is convolved with to give that of the input.
public func flipWeight(
  _ weight: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ e: ConvolutionExtents
) {
  let taps = e.kernelHeight * e.kernelWidth
  let size = e.channels * e.outputs
  for tap in 0..<taps {
    transpose(
      weight + (taps - 1 - tap) * size, into: out + tap * size, rows: e.channels,
      columns: e.outputs)
  }
}

/// Copies an image's gradient into a larger one whose other pixels are 0 and stay so: its pixel
/// (y, x) goes to (top + y · stride, left + x · stride).
public func spread(
  _ gradient: UnsafePointer<Real>, rows: Int, columns: Int, channels: Int, stride: Int,
  into out: UnsafeMutablePointer<Real>, width: Int, top: Int, left: Int
) {
  for y in 0..<rows {
    for x in 0..<columns {
      let place = (top + y * stride) * width + left + x * stride
      (out + place * channels).update(
        from: gradient + (y * columns + x) * channels, count: channels)
    }
  }
}
