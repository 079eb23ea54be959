import Autograd
import Numerics

/// The largest number of every window of an image, channel by channel.
public struct MaxPool2d: Layer {
  /// The side of a window.
  public let size: Int
  /// How many pixels lie between two windows.
  public let stride: Int

  /// A maximum over windows of `size` × `size` pixels that lie `stride` apart, `size` by default.
  public init(_ size: Int, stride: Int? = nil) {
    requireWindow("MaxPool2d", size, stride)
    self.size = size
    self.stride = stride ?? size
  }

  /// From `[batch, height, width, channels]` to `[batch, height', width', channels]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    maxPool2d(x, size, stride: stride)
  }
}

/// The largest number of every window of a sequence, channel by channel.
public struct MaxPool1d: Layer {
  /// The length of a window.
  public let size: Int
  /// How many positions lie between two windows.
  public let stride: Int

  /// A maximum over windows of `size` positions that lie `stride` apart, `size` by default.
  public init(_ size: Int, stride: Int? = nil) {
    requireWindow("MaxPool1d", size, stride)
    self.size = size
    self.stride = stride ?? size
  }

  /// From `[batch, length, channels]` to `[batch, length', channels]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    maxPool1d(x, size, stride: stride)
  }
}

/// The mean of every window of an image, channel by channel.
public struct AvgPool2d: Layer {
  /// The side of a window.
  public let size: Int
  /// How many pixels lie between two windows.
  public let stride: Int

  /// A mean over windows of `size` × `size` pixels that lie `stride` apart, `size` by default.
  public init(_ size: Int, stride: Int? = nil) {
    requireWindow("AvgPool2d", size, stride)
    self.size = size
    self.stride = stride ?? size
  }

  /// From `[batch, height, width, channels]` to `[batch, height', width', channels]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    avgPool2d(x, size, stride: stride)
  }
}

/// The mean of every window of a sequence, channel by channel.
public struct AvgPool1d: Layer {
  /// The length of a window.
  public let size: Int
  /// How many positions lie between two windows.
  public let stride: Int

  /// A mean over windows of `size` positions that lie `stride` apart, `size` by default.
  public init(_ size: Int, stride: Int? = nil) {
    requireWindow("AvgPool1d", size, stride)
    self.size = size
    self.stride = stride ?? size
  }

  /// From `[batch, length, channels]` to `[batch, length', channels]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    avgPool1d(x, size, stride: stride)
  }
}

/// The mean of every channel of an image over all pixels (Lin, Chen & Yan 2014, *Network in Network*,
/// §3.2).
public struct GlobalAvgPool2d: Layer {
  /// A mean over all pixels.
  public init() {}

  /// From `[batch, height, width, channels]` to `[batch, channels]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 4,
      "GlobalAvgPool2d takes [batch, height, width, channels], and got \(x.shape)")
    return globalAveragePool(x)
  }
}

/// The mean of every channel of a sequence over all positions.
public struct GlobalAvgPool1d: Layer {
  /// A mean over all positions.
  public init() {}

  /// From `[batch, length, channels]` to `[batch, channels]`.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 3, "GlobalAvgPool1d takes [batch, length, channels], and got \(x.shape)")
    return globalAveragePool(x)
  }
}

private func requireWindow(_ name: String, _ size: Int, _ stride: Int?) {
  require(size >= 1, "\(name)'s windows have a side of at least 1, not \(size)")
  require(stride ?? 1 >= 1, "\(name)'s stride is at least 1, not \(stride ?? 1)")
}
