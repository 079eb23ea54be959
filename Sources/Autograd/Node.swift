import Kernels

/// A line of the tape in its memory: copying all of it costs as much as a small operation.
@dynamicMemberLookup
struct Node {
  private let line: UnsafeMutablePointer<Line>

  @inline(__always) init(_ line: UnsafeMutablePointer<Line>) { self.line = line }

  @inline(__always)
  subscript<T>(dynamicMember member: WritableKeyPath<Line, T>) -> T {
    get { line.pointee[keyPath: member] }
    nonmutating set { line.pointee[keyPath: member] = newValue }
  }

  /// The gradient for an operation that adds to it; nil where none is wanted.
  var gradient: UnsafeMutablePointer<Real>? { self.sink?.added(self.shape.count) }
}

/// A line of the tape: what was computed from which earlier lines, and where the numbers are.
struct Line {
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
  /// Whether the numbers were rectified where they are, after the operation.
  var isRectified = false
  /// The operation's whole numbers: a kernel's size, a stride.
  var sizes = SIMD8<Int32>()
  /// Class labels or positions.
  var labels: UnsafePointer<Int32>?
  /// What the forward pass keeps for the backward one.
  var saved: UnsafeMutablePointer<Real>?
}
