import Kernels
import Numerics

extension Tensor {
  /// The first numbers of the tensor in another shape; nothing is copied, and gradients flow to those
  /// numbers.
  public func prefix(_ shape: Shape) -> Tensor {
    require(
      shape.count <= self.shape.count,
      "prefix takes a shape of at most \(self.shape.count) numbers for \(self.shape), not \(shape)")
    return tape.view(of: self, shape)
  }
}

extension Tape {
  /// A tensor without gradient, its numbers copied from a part of an array in row-major order.
  public func constant(_ values: ArraySlice<Real>, _ shape: Shape) -> Tensor {
    require(
      values.count == shape.count,
      "a tensor of shape \(shape) has \(shape.count) numbers, and \(values.count) were given")
    let tensor = append(.constant, shape)
    values.withUnsafeBufferPointer {
      if let base = $0.baseAddress { tensor.value.update(from: base, count: $0.count) }
    }
    return tensor
  }
}
