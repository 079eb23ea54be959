import Kernels
import Numerics
import Synchronization

/// The record of one forward pass, from which gradients are computed in reverse (define-by-run:
/// plain Swift control flow decides what is recorded).
///
/// A tape's memory is used again by every step. Tensors belong to the step that made them: using
/// one after `begin()` stops with a message. Tapes are never freed, only used again, so that even
/// a tensor kept by mistake can be recognised.
public struct Tape {
  let state: UnsafeMutablePointer<State>

  struct State {
    var nodes: UnsafeMutablePointer<Node>
    var count = 0
    var capacity: Int
    var arena = Arena()
    var generation: UInt32 = 0
    var records = true
  }

  private static let idle = Mutex<[UInt]>([])

  /// Takes a tape that nobody uses. Give it back with `release()`.
  public init() {
    let address = Self.idle.withLock { $0.popLast() }
    if let address, let pointer = UnsafeMutablePointer<State>(bitPattern: address) {
      state = pointer
    } else {
      state = .allocate(capacity: 1)
      state.initialize(to: State(nodes: .allocate(capacity: 256), capacity: 256))
    }
    begin()
  }

  /// Lets others use the tape. Its tensors end here.
  public func release() {
    begin()
    Self.idle.withLock { $0.append(UInt(bitPattern: state)) }
  }

  /// Begins a step: forgets what was recorded and takes its memory back.
  ///
  /// - Parameter recording: Whether gradients will be wanted.
  public func begin(recording: Bool = true) {
    state.pointee.count = 0
    state.pointee.generation &+= 1
    state.pointee.records = recording
    state.pointee.arena.reset()
  }

  /// A tensor without gradient, its numbers copied from `values` in row-major order.
  public func constant(_ values: [Real], _ shape: Shape) -> Tensor {
    require(
      values.count == shape.count,
      "a tensor of shape \(shape) has \(shape.count) numbers, and \(values.count) were given")
    let tensor = append(.constant, shape, wantsGradient: false)
    values.withUnsafeBufferPointer {
      if let base = $0.baseAddress { tensor.value.update(from: base, count: $0.count) }
    }
    return tensor
  }

  /// A tensor without gradient: the rows `rows` of a row-major matrix with `columns` columns.
  public func constant(rows: ArraySlice<Int>, of values: [Real], columns: Int) -> Tensor {
    let tensor = append(.constant, Shape(rows.count, columns), wantsGradient: false)
    var target = tensor.value
    values.withUnsafeBufferPointer { source in
      for row in rows {
        require(
          row >= 0 && (row + 1) * columns <= source.count,
          "row \(row) is outside the matrix of \(columns == 0 ? 0 : source.count / columns) rows")
        target.update(from: source.baseAddress! + row * columns, count: columns)
        target += columns
      }
    }
    return tensor
  }

  /// A tensor whose numbers and gradient live elsewhere, for as long as the step lasts.
  public func parameter(
    _ value: UnsafeMutablePointer<Real>, gradient: UnsafeMutablePointer<Real>?, _ shape: Shape
  ) -> Tensor {
    append(
      Node(
        operation: .parameter, shape: shape, inputs: SIMD2(-1, -1), value: value,
        gradient: state.pointee.records ? gradient : nil))
  }

  /// Records an operation's result; its numbers are to be written by the caller.
  func append(
    _ operation: Operation, _ shape: Shape, _ a: Tensor? = nil, _ b: Tensor? = nil,
    wantsGradient: Bool
  ) -> Tensor {
    let wanted = wantsGradient && state.pointee.records
    return append(
      Node(
        operation: operation, shape: shape, inputs: SIMD2(a?.index ?? -1, b?.index ?? -1),
        value: state.pointee.arena.allocate(shape.count),
        gradient: wanted ? state.pointee.arena.allocateZeros(shape.count) : nil))
  }

  private func append(_ node: Node) -> Tensor {
    if state.pointee.count == state.pointee.capacity { grow() }
    let index = state.pointee.count
    (state.pointee.nodes + index).initialize(to: node)
    state.pointee.count += 1
    return Tensor(
      tape: self, index: Int32(index), generation: state.pointee.generation, shape: node.shape)
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: state.pointee.capacity * 2)
    larger.moveInitialize(from: state.pointee.nodes, count: state.pointee.count)
    state.pointee.nodes.deallocate()
    state.pointee.nodes = larger
    state.pointee.capacity *= 2
  }
}
