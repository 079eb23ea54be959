import Kernels
import Numerics

/// The mean over the rows of the entropy of softmax(logits), H = −Σⱼ pⱼ log pⱼ, in nats: 0 for a
/// certain row, log K for K equal logits.
///
/// Its gradient with respect to a logit is pⱼ(−log pⱼ − H). A loss *minus* β times it keeps a network
/// from being too sure (Pereyra et al. 2017, the confidence penalty; Mnih et al. 2016, the entropy
/// bonus of a policy); plus β times it makes a network surer (Grandvalet & Bengio 2005).
///
/// - Parameter logits: `[…, classes]`.
/// - Returns: One number.
public func entropy(_ logits: Tensor) -> Tensor {
  let (rows, classes) = (logits.shape.rows, logits.shape.columns)
  require(
    logits.shape.rank >= 1 && rows > 0,
    "entropy takes [..., classes] with at least one row, and got \(logits.shape)")
  let result = logits.tape.append(.entropy, Shape(), logits)
  let entropies = logits.tape.state.pointee.arena.allocate(rows)
  softmaxEntropy(logits.value, into: entropies, rows: rows, columns: classes)
  result.value[0] = sum(entropies, rows) / Real(rows)
  result.withNode { $0.saved = entropies }
  return result
}

extension Tape {
  func entropyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let logits = input(node, 0)
    guard let d = logits.gradient, let entropies = node.saved else { return }
    let (rows, classes) = (logits.shape.rows, logits.shape.columns)
    addSoftmaxEntropyGradient(
      logits.value, entropies: entropies, scaledBy: gradient[0] / Real(rows), into: d, rows: rows,
      columns: classes)
  }
}
