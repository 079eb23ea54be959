import Autograd

/// Numbers that a layer measures instead of learning, such as the running mean of a batch
/// normalisation (PyTorch's buffers): no gradient, no optimizer, no penalty.
public struct Statistic: Sendable {
  /// `1.runningMean`: the layer's position in the network, then the name in the layer.
  public let name: String
  /// The extents.
  public let shape: Shape
  /// The value that all its numbers begin with.
  public let initial: Double
  /// The numbers' place among all statistics of the network.
  public let range: Range<Int>
}
