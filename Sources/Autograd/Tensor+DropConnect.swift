import Kernels
import Numerics

/// x (M ∘ W) + m ∘ b with a mask of its own for every row of x, 0 with probability p and 1 otherwise
/// (DropConnect; Wan et al. 2013, §3).
///
/// The masks are never kept: the backward pass draws them again.
///
/// - Parameters:
///   - x: `[…, inputs]`.
///   - weight: `[inputs, outputs]`.
///   - bias: `[outputs]`.
///   - p: The probability to drop a weight or a bias, in 0..<1. The paper's p is that to keep it.
///   - random: Where the masks come from.
/// - Returns: `[…, outputs]`.
public func dropConnect(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, p: Double, _ random: RandomStream
) -> Tensor {
  requireDropProbability(p)
  require(
    x.shape.rank >= 1 && weight.shape.rank == 2 && x.shape.columns == weight.shape[0]
      && bias.shape == Shape(weight.shape[1]) && x.shape.columns >= 1,
    "dropConnect takes [..., inputs], a weight [inputs, outputs] and a bias [outputs], and got \(x.shape), \(weight.shape) and \(bias.shape)"
  )
  let outputs = weight.shape[1]
  let result = x.tape.append(.dropConnect, x.shape.replacingColumns(by: outputs), x, weight, bias)
  dropConnect(
    x.value, weight.value, bias.value, DropConnectMask(random, p: p),
    scratch: x.tape.state.pointee.arena.allocate(outputs), into: result.value, rows: x.shape.rows,
    inputs: weight.shape[0], outputs: outputs)
  result.withNode { $0.keep(random, p) }
  return result
}

extension Node {
  /// Packs a stream's key and step and a probability into the whole numbers.
  fileprivate func keep(_ random: RandomStream, _ p: Double) {
    let words = SIMD8(
      random.key[0], random.key[1], UInt32(truncatingIfNeeded: random.step),
      UInt32(truncatingIfNeeded: random.step >> 32), UInt32(truncatingIfNeeded: p.bitPattern),
      UInt32(truncatingIfNeeded: p.bitPattern >> 32), 0, 0)
    self.sizes = SIMD8(truncatingIfNeeded: words)
  }

  fileprivate var keptMask: DropConnectMask {
    let words = SIMD8<UInt32>(truncatingIfNeeded: self.sizes)
    func joined(_ low: Int) -> UInt64 { UInt64(words[low + 1]) << 32 | UInt64(words[low]) }
    return DropConnectMask(
      RandomStream(key: SIMD2(words[0], words[1]), step: joined(2)),
      p: Double(bitPattern: joined(4)))
  }
}

extension Tape {
  func dropConnectBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let (x, weight) = (input(node, 0), input(node, 1))
    let outputs = weight.shape[1]
    addDropConnectGradient(
      gradient, x.value, weight.value, node.keptMask,
      scratch: state.pointee.arena.allocate(2 * outputs), inputs: x.gradient,
      weights: weight.gradient, biases: input(node, 2).gradient, rows: x.shape.rows,
      inputs: weight.shape[0], outputs: outputs)
  }
}
