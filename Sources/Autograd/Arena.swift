import Kernels
import Numerics

/// Memory for the values and gradients of one step: a pointer that moves forward and is put back
/// when the next step begins. After the longest step nothing is allocated.
struct Arena {
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0
  private var offset = 0

  /// Room for `count` numbers, aligned to a cache line, with whatever was there before.
  mutating func allocate(_ count: Int) -> UnsafeMutablePointer<Real> {
    allocateBytes(count * MemoryLayout<Real>.stride).assumingMemoryBound(to: Real.self)
  }

  /// Room for `count` numbers, all zero.
  mutating func allocateZeros(_ count: Int) -> UnsafeMutablePointer<Real> {
    let pointer = allocate(count)
    pointer.update(repeating: 0, count: count)
    return pointer
  }

  /// Room for a gradient of `count` numbers, to which nothing came yet.
  mutating func allocateGradient(_ count: Int) -> Gradient {
    // The mark has a cache line of its own before the numbers.
    let mark = allocateBytes(64 + count * MemoryLayout<Real>.stride)
    let isWritten = mark.assumingMemoryBound(to: Bool.self)
    isWritten.pointee = false
    return Gradient((mark + 64).assumingMemoryBound(to: Real.self), isWritten: isWritten)
  }

  /// Room for `count` labels.
  mutating func allocateLabels(_ count: Int) -> UnsafeMutablePointer<Int32> {
    allocateBytes(count * MemoryLayout<Int32>.stride).assumingMemoryBound(to: Int32.self)
  }

  /// Gives everything back at once. Several chunks become one that holds them all.
  mutating func reset() {
    if chunks.count > 1 {
      let total = chunks.reduce(0) { $0 + $1.count }
      chunks.forEach { $0.deallocate() }
      chunks = [Self.chunk(total)]
    }
    used = 0
    offset = 0
  }

  private mutating func allocateBytes(_ bytes: Int) -> UnsafeMutableRawPointer {
    let size = (bytes + 63) & ~63
    if used == chunks.count || offset + size > chunks[used].count {
      if used < chunks.count { used += 1 }
      if used == chunks.count { chunks.append(Self.chunk(max(size, 1 << 18))) }
      offset = 0
      require(size <= chunks[used].count, "an arena's chunk is too small")
    }
    defer { offset += size }
    return chunks[used].baseAddress! + offset
  }

  private static func chunk(_ bytes: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: bytes, alignment: 64)
  }
}
