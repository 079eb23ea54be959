import Kernels
import Numerics

/// Numbers at a fixed place in memory, aligned to a cache line: a network's parameters, their
/// gradients, or an optimizer's state.
public final class Buffer {
  /// The first number.
  public let base: UnsafeMutablePointer<Real>
  /// How many numbers there are.
  public let count: Int
  private let memory: UnsafeMutableRawPointer

  /// A buffer that holds these numbers.
  public init(_ values: [Real]) {
    count = values.count
    memory = .allocate(byteCount: max(1, count) * MemoryLayout<Real>.stride, alignment: 64)
    base = memory.bindMemory(to: Real.self, capacity: max(1, count))
    values.withUnsafeBufferPointer {
      if let source = $0.baseAddress { base.initialize(from: source, count: count) }
    }
  }

  /// A buffer of zeros.
  public convenience init(zeros count: Int) { self.init(Array(repeating: 0, count: count)) }

  deinit { memory.deallocate() }

  /// A copy of the numbers.
  public var values: [Real] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Takes over as many numbers.
  public func assign(_ numbers: [Real]) {
    require(
      numbers.count == count, "\(count) numbers were expected, and \(numbers.count) given")
    numbers.withUnsafeBufferPointer {
      if let source = $0.baseAddress { base.update(from: source, count: count) }
    }
  }

  /// Takes over the numbers of a buffer of the same size.
  public func assign(_ other: Buffer) {
    require(other.count == count, "\(count) numbers were expected, and \(other.count) given")
    base.update(from: other.base, count: count)
  }

  /// Makes every number zero.
  public func clear() { base.update(repeating: 0, count: count) }
}
