import Kernels
import Numerics

extension Tensor {
  /// The same numbers in another shape of as many; nothing is copied.
  public func reshaped(_ shape: Shape) -> Tensor {
    require(
      shape.count == self.shape.count,
      "reshaped takes a shape of \(self.shape.count) numbers for \(self.shape), not \(shape)")
    return tape.view(of: self, shape)
  }
}

extension Tape {
  /// A line whose numbers and gradient are another's: what it owes backward is already there.
  func view(of tensor: Tensor, _ shape: Shape) -> Tensor {
    let source = tensor.node
    return append(
      Line(
        operation: .reshape, layer: state.pointee.layer, shape: shape,
        inputs: SIMD8(tensor.index, -1, -1, -1, -1, -1, -1, -1), value: source.value,
        sink: source.sink))
  }
}
