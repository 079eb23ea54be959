import Kernels
import Numerics

/// The mean over the rows of −Σⱼ tⱼ log softmax(logits)ⱼ, in nats, for soft targets t (PyTorch's
/// `CrossEntropyLoss` with probabilities). The targets get no gradient.
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - targets: The same shape; the rows need not sum to 1.
/// - Returns: One number.
public func crossEntropy(_ logits: Tensor, _ targets: Tensor) -> Tensor {
  requireSameShape(logits, targets, "crossEntropy")
  let (rows, classes) = (logits.shape.rows, logits.shape.columns)
  require(rows > 0, "crossEntropy needs at least one row, and got \(logits.shape)")
  let result = logits.tape.append(.softCrossEntropy, Shape(), logits, targets)
  let losses = logits.tape.state.pointee.arena.allocate(rows)
  softCrossEntropy(
    logits.value, targets: targets.value, into: losses, rows: rows, columns: classes)
  result.value[0] = sum(losses, rows) / Real(rows)
  return result
}

extension Tape {
  func softCrossEntropyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let logits = input(node, 0)
    guard let d = logits.gradient else { return }
    let (rows, classes) = (logits.shape.rows, logits.shape.columns)
    let p = state.pointee.arena.allocate(rows * classes)
    softmax(logits.value, into: p, rows: rows, columns: classes)
    addSoftCrossEntropyGradient(
      softmax: p, targets: input(node, 1).value, scaledBy: gradient[0] / Real(rows), into: d,
      rows: rows, columns: classes)
  }
}
