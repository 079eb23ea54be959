import Kernels
import Numerics

/// log softmax(logits)[label] of every row (PyTorch's `Categorical(logits).log_prob`).
///
/// With actions for labels, a policy's gradient comes from the loss
/// `-1 * (advantages * logProbability(logits, actions)).mean()` (Williams 1992, REINFORCE).
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: One class a row, from 0.
/// - Returns: `[rows]`, one number a row.
public func logProbability(_ logits: Tensor, _ labels: [Int32]) -> Tensor {
  let (rows, classes) = (logits.shape.rows, logits.shape.columns)
  let copied = logits.checked(labels[...], for: "logProbability")
  let result = logits.tape.append(.logProbability, Shape(rows), logits)
  logProbability(logits.value, labels: copied, into: result.value, rows: rows, columns: classes)
  result.withNode { $0.labels = copied }
  return result
}

extension Tape {
  func logProbabilityBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let logits = input(node, 0)
    guard let d = logits.gradient, let labels = node.labels else { return }
    let (rows, classes) = (logits.shape.rows, logits.shape.columns)
    let p = state.pointee.arena.allocate(rows * classes)
    softmax(logits.value, into: p, rows: rows, columns: classes)
    addLogProbabilityGradient(
      gradient, softmax: p, labels: labels, into: d, rows: rows, columns: classes)
  }
}
