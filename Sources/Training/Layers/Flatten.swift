import Autograd
import Numerics

/// All numbers of an example in one row: from `[batch, …]` to `[batch, features]`. Nothing is copied.
/// The channels of a pixel stay side by side, as in Keras; PyTorch's images have the channels first,
/// so that its rows are in another order.
public struct Flatten: Layer {
  /// A flattening.
  public init() {}

  /// `[batch, features]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(x.shape.rank >= 1, "Flatten takes [batch, ...], and got \(x.shape)")
    return x.reshaped(Shape(x.shape[0], x.shape.count / max(x.shape[0], 1)))
  }
}

/// Images or sequences of flat examples: from `[batch, features]` to `[batch, height, width,
/// channels]` or `[batch, length, channels]`. Nothing is copied.
public struct Unflatten: Layer {
  private let height: Int?
  private let width: Int
  private let channels: Int

  /// Images of `height` × `width` pixels with `channels` numbers each: the digits are
  /// `Unflatten(8, 8, 1)`.
  public init(_ height: Int, _ width: Int, _ channels: Int) {
    require(
      height >= 1 && width >= 1 && channels >= 1,
      "Unflatten(\(height), \(width), \(channels)) has no numbers")
    self.height = height
    self.width = width
    self.channels = channels
  }

  /// Sequences of `length` positions with `channels` numbers each.
  public init(_ length: Int, _ channels: Int) {
    require(length >= 1 && channels >= 1, "Unflatten(\(length), \(channels)) has no numbers")
    height = nil
    width = length
    self.channels = channels
  }

  /// The images or sequences.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    let count = (height ?? 1) * width * channels
    require(
      x.shape.rank == 2 && x.shape[1] == count,
      "Unflatten makes \(extents) of [batch, \(count)], and got \(x.shape)")
    if let height { return x.reshaped(Shape(x.shape[0], height, width, channels)) }
    return x.reshaped(Shape(x.shape[0], width, channels))
  }

  private var extents: String {
    let sequence = "\(width) × \(channels)"
    return height.map { "\($0) × " + sequence } ?? sequence
  }
}
