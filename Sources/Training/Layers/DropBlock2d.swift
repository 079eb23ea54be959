import Autograd
import Numerics

/// Dropout of square blocks (Ghiasi, Lin & Le 2018, *DropBlock*): what a dropped pixel knew cannot be
/// read from its neighbours. torchvision's `DropBlock2d`: each channel of each example has blocks of
/// its own, and what is kept is multiplied by count / kept count over the batch.
///
/// Blocks overlap and fit into the image, so the part that is dropped is below p. torchvision makes a
/// block that is larger than the image smaller; here it is refused.
public struct DropBlock2d: Layer {
  /// The nominal part to drop; the paper's 1 − keep_prob.
  public let p: Double
  /// The side of a block.
  public let blockSize: Int
  /// Over how many steps p rises from 0.
  public let warmUp: Int
  private var noise: Noise?

  /// A dropout of blocks.
  ///
  /// - Parameters:
  ///   - p: The nominal part to drop, from 0 to below 1.
  ///   - blockSize: The side of a block, at least 1 and not larger than the image; the paper's is 7.
  ///   - warmUp: Over how many steps of training p rises linearly from 0, as the paper's schedule;
  ///     0 by default: p from the first step on.
  public init(p: Double, blockSize: Int, warmUp: Int = 0) {
    requireDropProbability(p)
    require(blockSize >= 1, "DropBlock2d's blocks have a side of at least 1, not \(blockSize)")
    self.p = p
    require(warmUp >= 0, "DropBlock2d's p rises over at least 0 steps, not \(warmUp)")
    self.blockSize = blockSize
    self.warmUp = warmUp
  }

  /// Declares a source of randomness.
  public mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  /// `[batch, height, width, channels]` with blocks dropped.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    guard pass.noisy && p > 0 else { return x }
    let risen =
      pass.training && !pass.averagesStatistics && pass.step < warmUp
      ? Double(pass.step) / Double(warmUp) : 1
    return dropBlock2d(x, p: risen * p, blockSize: blockSize, pass.random(noise))
  }
}
