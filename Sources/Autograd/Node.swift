import Kernels

/// A line of the tape: what was computed from which earlier lines, and where the numbers are.
struct Node {
  var operation: Operation
  /// The position of the network's layer that recorded it, for messages; −1 outside a network.
  var layer: Int32
  var shape: Shape
  /// The lines that it was computed from; −1 for none.
  var inputs: SIMD8<Int32>
  var value: UnsafeMutablePointer<Real>
  /// Nil where no gradient is wanted.
  var sink: Gradient?
  /// A factor of the operation.
  var factor: Real = 1
  /// The operation's whole numbers: a kernel's size, a stride.
  var sizes = SIMD8<Int32>()
  /// Class labels or positions.
  var labels: UnsafePointer<Int32>?
  /// What the forward pass keeps for the backward one.
  var saved: UnsafeMutablePointer<Real>?

  /// The gradient for an operation that adds to it; nil where none is wanted.
  var gradient: UnsafeMutablePointer<Real>? { sink?.added(shape.count) }
}
