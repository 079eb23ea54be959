import Kernels
import Numerics

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
  requireDropProbability(p)
  require(
    x.shape.rank == 4, "dropBlock2d takes [batch, height, width, channels], and got \(x.shape)")
  let (batch, height, width, channels) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  require(
    blockSize >= 1 && blockSize <= height && blockSize <= width,
    "a block of \(blockSize) × \(blockSize) does not fit into an image of \(height) × \(width)")
  let places = (height - blockSize + 1) * (width - blockSize + 1)
  let gamma = p * Double(height * width) / Double(blockSize * blockSize * places)
  let seeds = x.tape.state.pointee.arena.allocate(batch * places * channels)
  return x.masked(.none) { mask, count in
    dropoutMask(random, p: gamma, kept: 1, into: seeds, batch * places * channels)
    let kept = blockMask(
      seeds, into: mask, batch: batch, height: height, width: width, channels: channels,
      block: blockSize)
    scale(mask, by: Real(count) / Real(max(kept, 1)), into: mask, count)
  }
}
