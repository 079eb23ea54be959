import Kernels

/// A line of the tape: what was computed from which earlier lines, and where the numbers are.
struct Node {
  var operation: Operation
  var shape: Shape
  /// The lines that it was computed from; −1 for none.
  var inputs: SIMD2<Int32>
  var value: UnsafeMutablePointer<Real>
  /// Nil where no gradient is wanted.
  var gradient: UnsafeMutablePointer<Real>?
  /// A factor of the operation.
  var factor: Real = 1
  /// Class labels.
  var labels: UnsafePointer<Int32>?
}
