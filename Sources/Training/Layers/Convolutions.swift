import Autograd
import Numerics

/// A convolution of images, from `[batch, height, width, in]` to `[batch, height', width', out]`.
///
/// The weight's shape is `[kernel, kernel, in, out]`, as in Keras (PyTorch: `[out, in, kernel,
/// kernel]`, and images with the channels first). Both start uniform between ±1/√fan-in with fan-in
/// = kernel² · in, PyTorch's default; Keras starts with `glorot_uniform` and b = 0.
public struct Conv2d: Layer {
  /// How many numbers a pixel of the input has.
  public let inputs: Int
  /// How many numbers a pixel of the output has.
  public let outputs: Int
  /// The side of the kernel.
  public let kernel: Int
  /// How many pixels lie between two windows.
  public let stride: Int
  /// How many pixels are added on each side.
  public let padding: Int
  /// Whether the border repeats the opposite side instead of being 0.
  public let circular: Bool
  private let hasBias: Bool
  private var weight: Parameter?
  private var bias: Parameter?

  /// A convolution of images.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers a pixel of the input has, at least 1.
  ///   - outputs: How many numbers a pixel of the output has, at least 1.
  ///   - kernel: The side of the kernel, at least 1.
  ///   - stride: How many pixels lie between two windows, 1 by default.
  ///   - padding: How many pixels are added on each side, 0 by default (Keras: `"valid"`).
  ///   - circular: Whether the border repeats the opposite side instead of being 0; false by default.
  ///   - bias: Whether a number is added to each channel; true by default.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
    circular: Bool = false, bias: Bool = true
  ) {
    requireConvolution("Conv2d", inputs, outputs, kernel, stride, padding)
    self.inputs = inputs
    self.outputs = outputs
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.circular = circular
    hasBias = bias
  }

  /// Declares `weight` and `bias`.
  public mutating func declare(in list: inout ParameterList) {
    let initializer = Initializer.uniform(
      bound: 1 / Double(kernel * kernel * inputs).squareRoot())
    weight = list.declare(
      "weight", Shape(kernel, kernel, inputs, outputs), .weight, initializer)
    if hasBias { bias = list.declare("bias", Shape(outputs), .bias, initializer) }
  }

  /// The convolution of every image.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 4 && x.shape[3] == inputs,
      "Conv2d(\(inputs), \(outputs)) takes [batch, height, width, \(inputs)], and got \(x.shape)\(unflattenHint(x))"
    )
    return conv2d(
      x, pass[weight], hasBias ? pass[bias] : nil, stride: stride, padding: padding,
      circular: circular)
  }
}

/// A convolution of sequences, from `[batch, length, in]` to `[batch, length', out]`.
///
/// The weight's shape is `[kernel, in, out]`, as in Keras (PyTorch: `[out, in, kernel]`, and sequences
/// with the channels first). Both start uniform between ±1/√fan-in with fan-in = kernel · in,
/// PyTorch's default.
public struct Conv1d: Layer {
  /// How many numbers a position of the input has.
  public let inputs: Int
  /// How many numbers a position of the output has.
  public let outputs: Int
  /// The length of the kernel.
  public let kernel: Int
  /// How many positions lie between two windows.
  public let stride: Int
  /// How many positions are added at each end.
  public let padding: Int
  /// Whether the border repeats the other end instead of being 0.
  public let circular: Bool
  private let hasBias: Bool
  private var weight: Parameter?
  private var bias: Parameter?

  /// A convolution of sequences.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers a position of the input has, at least 1.
  ///   - outputs: How many numbers a position of the output has, at least 1.
  ///   - kernel: The length of the kernel, at least 1.
  ///   - stride: How many positions lie between two windows, 1 by default.
  ///   - padding: How many positions are added at each end, 0 by default.
  ///   - circular: Whether the border repeats the other end instead of being 0; false by default.
  ///   - bias: Whether a number is added to each channel; true by default.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
    circular: Bool = false, bias: Bool = true
  ) {
    requireConvolution("Conv1d", inputs, outputs, kernel, stride, padding)
    self.inputs = inputs
    self.outputs = outputs
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.circular = circular
    hasBias = bias
  }

  /// Declares `weight` and `bias`.
  public mutating func declare(in list: inout ParameterList) {
    let initializer = Initializer.uniform(bound: 1 / Double(kernel * inputs).squareRoot())
    weight = list.declare("weight", Shape(kernel, inputs, outputs), .weight, initializer)
    if hasBias { bias = list.declare("bias", Shape(outputs), .bias, initializer) }
  }

  /// The convolution of every sequence.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 3 && x.shape[2] == inputs,
      "Conv1d(\(inputs), \(outputs)) takes [batch, length, \(inputs)], and got \(x.shape)\(unflattenHint(x))"
    )
    return conv1d(
      x, pass[weight], hasBias ? pass[bias] : nil, stride: stride, padding: padding,
      circular: circular)
  }
}

private func requireConvolution(
  _ name: String, _ inputs: Int, _ outputs: Int, _ kernel: Int, _ stride: Int, _ padding: Int
) {
  require(
    inputs >= 1 && outputs >= 1 && kernel >= 1,
    "\(name)(\(inputs), \(outputs), kernel: \(kernel)) has no weights")
  require(stride >= 1, "\(name)'s stride is at least 1, not \(stride)")
  require(padding >= 0, "\(name)'s padding is at least 0, not \(padding)")
}

/// What to say to flat examples where images are expected.
private func unflattenHint(_ x: Tensor) -> String {
  x.shape.rank == 2 ? "; Unflatten makes images and sequences of flat examples" : ""
}
