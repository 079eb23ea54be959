import Kernels
import Numerics

/// The convolution of images with a weight (a correlation, as everywhere in the field: nothing is
/// flipped).
///
/// Each number is the running sum from the bias over the weight's rows, its columns and the input
/// channels, each ascending; the border takes part like any pixel. The weight's gradient sums over
/// the positions of each image from 0, then over the images in order, which is ten times more
/// accurate than one long sum; so does the bias's.
///
/// - Parameters:
///   - x: `[batch, height, width, in]`. PyTorch's images are `[batch, in, height, width]`.
///   - weight: `[kernel height, kernel width, in, out]`. PyTorch's is `[out, in, height, width]`.
///   - bias: `[out]`, or nil for none.
///   - stride: How many pixels lie between two windows, 1 by default.
///   - padding: How many pixels are added on each side, 0 by default (Keras: `"valid"`).
///   - circular: Whether the border repeats the opposite side instead of being 0.
/// - Returns: `[batch, (height + 2 padding − kernel height) / stride + 1, …, out]`, rounded down.
public func conv2d(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, stride: Int = 1, padding: Int = 0,
  circular: Bool = false
) -> Tensor {
  require(
    x.shape.rank == 4 && weight.shape.rank == 4 && x.shape[3] == weight.shape[2],
    "conv2d takes [batch, height, width, in] and a weight [height, width, in, out], and got \(x.shape) and \(weight.shape)"
  )
  return convolution(
    x, weight, bias, stride: stride, padding: (padding, padding), circular: circular)
}

/// The convolution of sequences with a weight: `conv2d` on images of one row.
///
/// - Parameters:
///   - x: `[batch, length, in]`. PyTorch's sequences are `[batch, in, length]`.
///   - weight: `[kernel, in, out]`. PyTorch's is `[out, in, kernel]`.
///   - bias: `[out]`, or nil for none.
///   - stride: How many positions lie between two windows, 1 by default.
///   - padding: How many positions are added at each end, 0 by default.
///   - circular: Whether the border repeats the other end instead of being 0.
/// - Returns: `[batch, (length + 2 padding − kernel) / stride + 1, out]`, rounded down.
public func conv1d(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, stride: Int = 1, padding: Int = 0,
  circular: Bool = false
) -> Tensor {
  require(
    x.shape.rank == 3 && weight.shape.rank == 3 && x.shape[2] == weight.shape[1],
    "conv1d takes [batch, length, in] and a weight [kernel, in, out], and got \(x.shape) and \(weight.shape)"
  )
  let (w, s) = (weight.shape, x.shape)
  let y = convolution(
    x.reshaped(Shape(s[0], 1, s[1], s[2])), weight.reshaped(Shape(1, w[0], w[1], w[2])), bias,
    stride: stride, padding: (0, padding), circular: circular)
  return y.reshaped(Shape(s[0], y.shape[2], y.shape[3]))
}

private func convolution(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, stride: Int,
  padding: (vertical: Int, horizontal: Int), circular: Bool
) -> Tensor {
  let (s, w) = (x.shape, weight.shape)
  require(
    s.count > 0 && w.count > 0, "a convolution needs numbers, and got \(s) and a weight \(w)")
  require(
    bias == nil || bias!.shape == Shape(w[3]),
    "a convolution adds a bias of \(w[3]) numbers, and got \(bias!.shape)")
  require(stride >= 1, "a convolution's stride is at least 1, not \(stride)")
  require(padding.horizontal >= 0, "padding is at least 0, not \(padding.horizontal)")
  require(
    !circular || (padding.vertical <= s[1] && padding.horizontal <= s[2]),
    "circular padding of \(padding.horizontal) goes more than once around an image of \(s[1]) × \(s[2])"
  )
  require(
    w[0] <= s[1] + 2 * padding.vertical && w[1] <= s[2] + 2 * padding.horizontal,
    "a kernel of \(w[0]) × \(w[1]) is larger than the padded image of \(s[1] + 2 * padding.vertical) × \(s[2] + 2 * padding.horizontal)"
  )
  let border = Padding(
    height: s[1], width: s[2], channels: s[3], vertical: padding.vertical,
    horizontal: padding.horizontal, circular: circular)
  let shape = Shape(
    s[0], (border.paddedHeight - w[0]) / stride + 1, (border.paddedWidth - w[1]) / stride + 1, w[3])
  let result = x.tape.append(.convolution, shape, x, weight, bias)
  let images = x.tape.padded(x, border)
  result.withNode {
    $0.saved = images
    $0.sizes = SIMD8(
      Int32(stride), Int32(padding.vertical), Int32(padding.horizontal), circular ? 1 : 0, 0, 0,
      0, 0)
  }
  let extents = ConvolutionExtents(weight: w, result: shape, stride: stride, border)
  for image in 0..<s[0] {
    convolve(
      images + image * border.paddedCount, weight.value,
      into: result.value + image * (shape.count / s[0]),
      startingFrom: bias.map { .row($0.value) } ?? .zero, extents)
  }
  return result
}

extension Tape {
  /// All images with their borders; the images themselves where there is none.
  fileprivate func padded(_ x: Tensor, _ border: Padding) -> UnsafeMutablePointer<Real> {
    if border.paddedCount == border.count { return x.value }
    let batch = x.shape[0]
    let images = state.pointee.arena.allocate(batch * border.paddedCount)
    for image in 0..<batch {
      pad(
        x.value + image * border.count, into: images + image * border.paddedCount, border)
    }
    return images
  }
}

extension ConvolutionExtents {
  init(weight: Shape, result: Shape, stride: Int, _ border: Padding) {
    self.init(
      width: border.paddedWidth, channels: border.channels, kernelHeight: weight[0],
      kernelWidth: weight[1], rows: result[1], columns: result[2], outputs: weight[3],
      stride: stride)
  }
}
