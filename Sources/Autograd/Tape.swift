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
    var lines: UnsafeMutablePointer<Line>
    var count = 0
    var capacity: Int
    var arena = Arena()
    var generation: UInt32 = 0
    var records = true
    var layer: Int32 = -1
    var wentBack = false
    var keepsResults = false
    var kept: [AnyObject] = []
  }

  private static let idle = Mutex<[UInt]>([])

  /// Takes a tape that nobody uses. Give it back with `release()`.
  public init() {
    let address = Self.idle.withLock { $0.popLast() }
    if let address, let pointer = UnsafeMutablePointer<State>(bitPattern: address) {
      state = pointer
    } else {
      state = .allocate(capacity: 1)
      state.initialize(to: State(lines: .allocate(capacity: 256), capacity: 256))
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
    state.pointee.layer = -1
    state.pointee.wentBack = false
    state.pointee.keepsResults = false
    state.pointee.kept.removeAll(keepingCapacity: true)
    state.pointee.arena.reset()
  }

  /// Changes no result of this step in place, so that all that was computed can be looked at.
  package func keepResults() { state.pointee.keepsResults = true }

  /// A tensor without gradient, its numbers copied from `values` in row-major order.
  public func constant(_ values: [Real], _ shape: Shape) -> Tensor {
    require(
      values.count == shape.count,
      "a tensor of shape \(shape) has \(shape.count) numbers, and \(values.count) were given")
    let tensor = append(.constant, shape)
    values.withUnsafeBufferPointer {
      if let base = $0.baseAddress { tensor.value.update(from: base, count: $0.count) }
    }
    return tensor
  }

  /// A tensor with a gradient of its own, its numbers copied from `values`: for the gradient with
  /// respect to an input.
  public func variable(_ values: [Real], _ shape: Shape) -> Tensor {
    let tensor = constant(values, shape)
    guard state.pointee.records else { return tensor }
    let gradient = state.pointee.arena.allocateGradient(shape.count)
    tensor.withNode {
      $0.operation = .parameter
      $0.sink = gradient
    }
    return tensor
  }

  /// A tensor whose numbers and gradient live elsewhere, for as long as the step lasts.
  ///
  /// - Parameters:
  ///   - value: The numbers.
  ///   - gradient: Where `backward()` puts the gradient; nil where none is wanted.
  ///   - isWritten: Whether the gradient holds something to add to. Where it does not, `backward()`
  ///     writes what comes first and says so here. Nil means that it always does.
  ///   - shape: The extents.
  public func parameter(
    _ value: UnsafeMutablePointer<Real>, gradient: UnsafeMutablePointer<Real>?,
    isWritten: UnsafeMutablePointer<Bool>? = nil, _ shape: Shape
  ) -> Tensor {
    append(
      Line(
        operation: .parameter, layer: state.pointee.layer, shape: shape,
        inputs: SIMD8(repeating: -1), value: value,
        sink: state.pointee.records ? gradient.map { Gradient($0, isWritten: isWritten) } : nil))
  }

  /// Keeps an object, whose memory tensors of this step read, until the step ends.
  public func keep(_ owner: AnyObject) { state.pointee.kept.append(owner) }

  /// Says which layer of a network records from now on, for messages.
  public func enter(layer: Int) { state.pointee.layer = Int32(layer) }

  /// Records an operation's result; its numbers are to be written by the caller. It has a gradient
  /// where one of the inputs does.
  func append(
    _ operation: Operation, _ shape: Shape, _ a: Tensor? = nil, _ b: Tensor? = nil,
    _ c: Tensor? = nil, _ d: Tensor? = nil, _ e: Tensor? = nil, _ f: Tensor? = nil
  ) -> Tensor {
    requireOwn(a)
    requireOwn(b)
    requireOwn(c)
    requireOwn(d)
    requireOwn(e)
    requireOwn(f)
    let wanted =
      state.pointee.records
      && (a.wantsGradient || b.wantsGradient || c.wantsGradient || d.wantsGradient
        || e.wantsGradient || f.wantsGradient)
    return append(
      Line(
        operation: operation, layer: state.pointee.layer, shape: shape,
        inputs: SIMD8(
          a?.index ?? -1, b?.index ?? -1, c?.index ?? -1, d?.index ?? -1, e?.index ?? -1,
          f?.index ?? -1, -1, -1),
        value: state.pointee.arena.allocate(shape.count),
        sink: wanted ? state.pointee.arena.allocateGradient(shape.count) : nil))
  }

  /// Refuses a tensor that another tape recorded: its position would name a line of this one.
  public func requireOwn(_ tensor: Tensor?) {
    guard let tensor else { return }
    require(
      tensor.tape.state == state,
      "two tensors of different tapes cannot meet: take the numbers of one and make a constant of them"
    )
  }

  /// Inlined, so that a line is written where it stays.
  @inline(__always)
  func append(_ line: Line) -> Tensor {
    if state.pointee.count == state.pointee.capacity { grow() }
    let index = state.pointee.count
    (state.pointee.lines + index).initialize(to: line)
    state.pointee.count += 1
    return Tensor(
      tape: self, index: Int32(index), generation: state.pointee.generation, shape: line.shape)
  }

  /// A line of the tape, until another is recorded.
  @inline(__always)
  func node(_ index: Int) -> Node { Node(state.pointee.lines + index) }

  @inline(never)
  private func grow() {
    let larger = UnsafeMutablePointer<Line>.allocate(capacity: state.pointee.capacity * 2)
    larger.moveInitialize(from: state.pointee.lines, count: state.pointee.count)
    state.pointee.lines.deallocate()
    state.pointee.lines = larger
    state.pointee.capacity *= 2
  }
}

extension Tensor? {
  /// Whether there is a tensor and it wants a gradient.
  @inline(__always)
  fileprivate var wantsGradient: Bool { self?.wantsGradient ?? false }
}
