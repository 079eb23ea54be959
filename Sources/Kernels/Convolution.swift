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

  /// How many numbers a row of the weight has for all outputs.
  public var weightRow: Int { run * outputs }
}

/// out = start + image ∗ weight. Each number is a running sum over the weight's rows, columns and the
/// image's channels, each ascending.
public func convolve(
  _ image: UnsafePointer<Real>, _ weight: UnsafePointer<Real>,
  into out: UnsafeMutablePointer<Real>, startingFrom start: ProductStart = .sum,
  _ e: ConvolutionExtents
) {
  let line = e.width * e.channels
  for y in 0..<e.rows {
    let windows = Strided(image + y * e.stride * line, row: e.stride * e.channels)
    multiplyAdd(
      SegmentedRows(windows, length: e.run, distance: line), Strided(weight, row: e.outputs),
      into: out + y * e.columns * e.outputs, row: e.outputs, startingFrom: start, m: e.columns,
      k: e.kernelHeight * e.run, n: e.outputs)
  }
}

/// weightGradient += what one image owes to it: a running sum over the positions of the gradient in
/// row-major order, from 0.
///
/// - Parameter scratch: Room for `weightRow` numbers.
public func addConvolutionWeightGradient(
  _ image: UnsafePointer<Real>, _ gradient: UnsafePointer<Real>,
  into weightGradient: UnsafeMutablePointer<Real>, scratch: UnsafeMutablePointer<Real>,
  _ e: ConvolutionExtents
) {
  let line = e.width * e.channels
  for ky in 0..<e.kernelHeight {
    let pixels = Strided(image + ky * line, row: 1, column: e.stride * e.channels)
    multiplyAdd(
      SegmentedRows(pixels, length: e.columns, distance: e.stride * line),
      Strided(gradient, row: e.outputs), into: scratch, row: e.outputs, startingFrom: .zero,
      m: e.run, k: e.rows * e.columns, n: e.outputs)
    addScaled(scratch, by: 1, into: weightGradient + ky * e.weightRow, e.weightRow)
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
