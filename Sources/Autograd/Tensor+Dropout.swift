import Kernels
import Numerics

/// Which numbers of a tensor share a number of a mask.
public enum MaskSharing: Sendable {
  /// None: every number has its own. Dropout.
  case none
  /// Those of an example that differ only between the first and the last dimension. In
  /// `[batch, time, features]` a feature is dropped at all times or at none (variational dropout); in
  /// `[batch, height, width, channels]` a whole channel is (spatial dropout). Without such
  /// dimensions, in `[batch, features]`, it is the same as `none`.
  case positions
  /// All of one entry of the first dimension: an example of a batch (stochastic depth), or a word of a
  /// table of embeddings.
  case entries

  func layout(_ shape: Shape) -> MaskLayout {
    let first = max(1, shape.rank == 0 ? 1 : shape[0])
    switch self {
    case .positions where shape.rank > 2:
      return MaskLayout(
        groups: first, repeats: shape.rows / first, width: shape.columns)
    case .none, .positions: return MaskLayout(groups: 1, repeats: 1, width: shape.count)
    case .entries: return MaskLayout(groups: first, repeats: shape.count / first, width: 1)
    }
  }
}

/// x times a mask that is 0 with probability p and 1 / (1 − p), or 1, otherwise (Srivastava et al.
/// 2014; PyTorch's `functional.dropout`). The gradient is multiplied by the same mask.
///
/// - Parameters:
///   - x: Any shape.
///   - p: The probability to drop, in 0..<1.
///   - inverted: Whether what is kept is divided by 1 − p, so that the mean is x; true by default.
///   - sharing: Which numbers are dropped together; each on its own by default.
///   - random: Where the mask comes from: the same stream gives the same mask.
public func dropout(
  _ x: Tensor, p: Double, inverted: Bool = true, sharing: MaskSharing = .none,
  _ random: RandomStream
) -> Tensor {
  requireDropProbability(p)
  let kept = inverted ? Real(1 / (1 - p)) : 1
  return x.masked(sharing) { dropoutMask(random, p: p, kept: kept, into: $0, $1) }
}

/// x times a mask of normal numbers with mean 1 and variance p / (1 − p), those of an inverted dropout
/// (Srivastava et al. 2014, §10; Keras's `GaussianDropout`).
///
/// - Parameters:
///   - x: Any shape.
///   - p: The drop probability of the dropout with the same variance, in 0..<1.
///   - sharing: Which numbers share a factor; none by default.
///   - random: Where the mask comes from.
public func gaussianDropout(
  _ x: Tensor, p: Double, sharing: MaskSharing = .none, _ random: RandomStream
) -> Tensor {
  requireDropProbability(p)
  let deviation = (p / (1 - p)).squareRoot()
  return x.masked(sharing) { gaussianMask(random, standardDeviation: deviation, into: $0, $1) }
}

/// Refuses what is not a probability to drop.
public func requireDropProbability(_ p: Double, _ name: StaticString = "a drop probability") {
  require(p >= 0 && p < 1, "\(name) is at least 0 and below 1, not \(p)")
}

extension Tensor {
  /// The tensor times a mask without gradient, one number for all that share it. All kinds of dropout
  /// are made of it; `draw` writes as many numbers as it is told into the step's memory.
  func masked(
    _ sharing: MaskSharing, _ draw: (UnsafeMutablePointer<Real>, Int) -> Void
  ) -> Tensor {
    let layout = sharing.layout(shape)
    let mask = tape.state.pointee.arena.allocate(layout.maskCount)
    draw(mask, layout.maskCount)
    let result = tape.append(.mask, shape, self)
    multiply(value, mask: mask, layout, into: result.value)
    result.withNode {
      $0.saved = mask
      $0.sizes[0] = Int32(layout.groups)
      $0.sizes[1] = Int32(layout.repeats)
      $0.sizes[2] = Int32(layout.width)
    }
    return result
  }
}

extension Tape {
  func maskBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let (dx, isFirst) = input(node, 0).sink?.taken(), let mask = node.saved else { return }
    let layout = MaskLayout(
      groups: Int(node.sizes[0]), repeats: Int(node.sizes[1]), width: Int(node.sizes[2]))
    addProduct(gradient, mask: mask, layout, into: dx, isFirst: isFirst)
  }
}
