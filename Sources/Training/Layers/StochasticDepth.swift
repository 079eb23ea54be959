import Autograd
import Numerics

/// How a residual block is dropped at random while the network trains (Huang et al. 2016, *Deep
/// Networks with Stochastic Depth*): what remains is the identity, or the shortcut.
///
/// ```swift
/// for depth in StochasticDepth.linear(blocks: 12, last: 0.5) {
///   Residual(depth: depth, activation: ReLU()) { Linear(64, 64) }
/// }
/// ```
public struct StochasticDepth: Sendable, Hashable {
  /// What is dropped together; torchvision's names.
  public enum Mode: Sendable {
    /// The block for the whole batch. A dropped block is not computed.
    case batch
    /// The block for each example on its own.
    case row
  }

  /// Where the expectation is corrected.
  public enum Scaling: Sendable {
    /// A block that survives is divided by the probability to survive in training, and nothing is
    /// done in evaluation: torchvision's form.
    case training
    /// A block is multiplied by the probability to survive in evaluation, and nothing is done in
    /// training: the paper's form, equation 5.
    case evaluation
  }

  /// The probability to drop the block. The paper's p is the probability that it survives.
  public let p: Double
  /// What is dropped together.
  public let mode: Mode
  /// Where the expectation is corrected.
  public let scaling: Scaling

  /// A way to drop a block.
  ///
  /// - Parameters:
  ///   - p: The probability to drop it, from 0 to below 1.
  ///   - mode: Whether it is dropped for the whole batch (the default) or for each example.
  ///   - scaling: Where the expectation is corrected: in training by default.
  public init(p: Double, mode: Mode = .batch, scaling: Scaling = .training) {
    requireDropProbability(p)
    self.p = p
    self.mode = mode
    self.scaling = scaling
  }

  /// The paper's linear decay of survival: block l of L is dropped with probability l / L · `last`
  /// (equation 4). With `last` 0.5, (3 L − 1) / 4 blocks remain on average.
  ///
  /// - Parameters:
  ///   - blocks: How many residual blocks there are, at least 1.
  ///   - last: The probability to drop the last one, 0.5 by default.
  ///   - mode: Whether blocks are dropped for the whole batch (the default) or for each example.
  ///   - scaling: Where the expectation is corrected: in training by default.
  public static func linear(
    blocks: Int, last: Double = 0.5, mode: Mode = .batch, scaling: Scaling = .training
  ) -> [StochasticDepth] {
    require(blocks >= 1, "stochastic depth needs at least 1 block, not \(blocks)")
    return (1...blocks).map {
      StochasticDepth(p: Double($0) / Double(blocks) * last, mode: mode, scaling: scaling)
    }
  }
}
