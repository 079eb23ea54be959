import Kernels

extension Tape {
  /// What first held a number that is not finite in this step, in the order of computation: the
  /// operation, its shape and its layer's position; nil where all is finite.
  public func firstDivergence() -> Divergence? {
    for line in 0..<state.pointee.count {
      let node = node(line)
      let values = UnsafeBufferPointer(start: node.value, count: node.shape.count)
      guard let bad = values.first(where: { !$0.isFinite }) else { continue }
      return Divergence(
        operation: "\(node.operation)", shape: node.shape, layer: Int(node.layer),
        isParameter: node.operation == .parameter, value: bad)
    }
    return nil
  }

  /// The first tensor of a step that holds a number that is not finite.
  public struct Divergence: Sendable {
    /// What computed the tensor, `linear`.
    public let operation: String
    /// Its extents.
    public let shape: Shape
    /// The position in the network of the layer that computed it; −1 outside a network.
    public let layer: Int
    /// Whether it is a parameter or a variable instead of a result.
    public let isParameter: Bool
    /// The first such number in it.
    public let value: Real
  }
}
