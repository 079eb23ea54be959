import Kernels
import Numerics

/// An array of numbers in a step of training, with the record of how it was computed.
///
/// A tensor is a handle of a few words: passing it costs nothing, and its numbers are valid until
/// the step ends. Numbers are in row-major order.
public struct Tensor {
  /// The record that the tensor belongs to.
  public let tape: Tape
  let index: Int32
  let generation: UInt32
  /// The extents.
  public let shape: Shape

  /// The numbers, in row-major order.
  public var values: [Real] { Array(UnsafeBufferPointer(start: value, count: shape.count)) }

  /// The number of a tensor that holds one.
  public var item: Real {
    require(shape.count == 1, "item is for one number, and this tensor's shape is \(shape)")
    return value[0]
  }

  /// The gradient that `backward()` computed, in row-major order; empty where none was wanted.
  public var gradientValues: [Real] {
    guard let gradient = node.gradient else { return [] }
    return Array(UnsafeBufferPointer(start: gradient, count: shape.count))
  }

  var node: Node {
    require(
      generation == tape.state.pointee.generation,
      "a tensor was used after its step had ended; take its values out while the step lasts")
    return tape.node(Int(index))
  }

  var value: UnsafeMutablePointer<Real> { node.value }

  /// Whether `backward()` computes a gradient for it.
  public var wantsGradient: Bool { node.sink != nil }

  func withNode(_ change: (Node) -> Void) {
    change(tape.node(Int(index)))
  }
}

/// Refuses tensors of different shapes.
@inline(__always)
func requireSameShape(_ a: Tensor, _ b: Tensor, _ operation: StaticString) {
  require(
    a.shape == b.shape,
    "\(operation) takes two tensors of one shape, and got \(a.shape) and \(b.shape)")
}
