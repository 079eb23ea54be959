import Kernels
import Numerics

/// Drops whole channels: every channel of every example becomes 0 with probability p, independently,
/// and is divided by 1 − p otherwise (Tompson et al. 2015).
///
/// - Parameters:
///   - x: `[batch, height, width, channels]` or `[batch, length, channels]`.
///   - p: The probability to drop, from 0 to below 1.
///   - random: Decides which.
public func spatialDropout(_ x: Tensor, p: Double, _ random: RandomStream) -> Tensor {
  require(p >= 0 && p < 1, "p is a probability from 0 to below 1, not \(p)")
  require(
    x.shape.rank == 4 || x.shape.rank == 3,
    "spatialDropout takes [batch, height, width, channels] or [batch, length, channels], and got \(x.shape)"
  )
  let (examples, width) = (x.shape[0], x.shape.columns)
  return x.tape.dropping(x) { arena, mask in
    let own = arena.allocate(examples * width)
    dropoutMask(random, p: p, kept: Real(1 / (1 - p)), into: own, examples * width)
    repeatMask(
      own, into: mask, examples: examples, positions: x.shape.rows / max(examples, 1),
      width: width)
  }
}

/// Drops whole examples: every example becomes 0 with probability p, independently, and is multiplied
/// by `kept` otherwise.
///
/// - Parameters:
///   - x: `[batch, …]`.
///   - p: The probability to drop, from 0 to below 1.
///   - kept: What the others are multiplied by.
///   - random: Decides which.
public func rowDropout(_ x: Tensor, p: Double, kept: Double, _ random: RandomStream) -> Tensor {
  require(p >= 0 && p < 1, "p is a probability from 0 to below 1, not \(p)")
  require(x.shape.rank >= 1, "rowDropout takes [batch, ...], and got \(x.shape)")
  let examples = x.shape[0]
  return x.tape.dropping(x) { arena, mask in
    let own = arena.allocate(examples)
    dropoutMask(random, p: p, kept: Real(kept), into: own, examples)
    spreadMask(own, into: mask, examples: examples, size: x.shape.count / max(examples, 1))
  }
}

/// Drops square blocks of every channel (Ghiasi, Lin & Le 2018, *DropBlock*, algorithm 1): blocks begin
/// with probability γ = p · height · width / (block² (height − block + 1) (width − block + 1)) wherever
/// one fits, in each channel on its own, and what is kept is multiplied by count / kept count over the
/// whole tensor. Blocks overlap, so the part dropped is below p.
///
/// - Parameters:
///   - x: `[batch, height, width, channels]`.
///   - p: The nominal part to drop, from 0 to below 1.
///   - blockSize: The side of a block, not larger than the image.
///   - random: Decides which.
public func dropBlock2d(
  _ x: Tensor, p: Double, blockSize: Int, _ random: RandomStream
) -> Tensor {
  require(p >= 0 && p < 1, "p is a probability from 0 to below 1, not \(p)")
  require(
    x.shape.rank == 4, "dropBlock2d takes [batch, height, width, channels], and got \(x.shape)")
  let (batch, height, width, channels) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  require(
    blockSize >= 1 && blockSize <= height && blockSize <= width,
    "a block of \(blockSize) × \(blockSize) does not fit into an image of \(height) × \(width)")
  let places = (height - blockSize + 1) * (width - blockSize + 1)
  let gamma = p * Double(height * width) / Double(blockSize * blockSize * places)
  return x.tape.dropping(x) { arena, mask in
    let seeds = arena.allocate(batch * places * channels)
    dropoutMask(random, p: gamma, kept: 1, into: seeds, batch * places * channels)
    let kept = blockMask(
      seeds, into: mask, batch: batch, height: height, width: width, channels: channels,
      block: blockSize)
    scale(mask, by: Real(x.shape.count) / Real(max(kept, 1)), into: mask, x.shape.count)
  }
}

extension Tape {
  /// x times a mask that `fill` writes.
  fileprivate func dropping(
    _ x: Tensor, _ fill: (inout Arena, UnsafeMutablePointer<Real>) -> Void
  ) -> Tensor {
    let result = append(.structuredDropout, x.shape, x)
    let mask = state.pointee.arena.allocate(x.shape.count)
    fill(&state.pointee.arena, mask)
    result.withNode { $0.saved = mask }
    multiply(x.value, mask, into: result.value, x.shape.count)
    return result
  }

  func structuredDropoutBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let dx = input(node, 0).gradient, let mask = node.saved else { return }
    addProduct(gradient, mask, into: dx, node.shape.count)
  }
}
