import Kernels
import Numerics

/// The mean over all elements of −t log σ(x) − (1 − t) log(1 − σ(x)), in nats, for logits x and targets
/// t, computed without overflow (PyTorch's `BCEWithLogitsLoss`; Keras's
/// `BinaryCrossentropy(from_logits=True)`). The targets get no gradient.
///
/// - Parameters:
///   - logits: Any shape.
///   - targets: The same shape; numbers from 0 to 1.
/// - Returns: One number.
public func binaryCrossEntropy(_ logits: Tensor, _ targets: Tensor) -> Tensor {
  requireSameShape(logits, targets, "binaryCrossEntropy")
  let n = logits.shape.count
  require(n > 0, "binaryCrossEntropy needs at least one logit, and got \(logits.shape)")
  let result = logits.tape.append(.binaryCrossEntropy, Shape(), logits, targets)
  let losses = logits.tape.state.pointee.arena.allocate(n)
  binaryCrossEntropy(logits.value, targets: targets.value, into: losses, n)
  result.value[0] = sum(losses, n) / Real(n)
  return result
}

/// The binary cross-entropy with one target for all logits, as a discriminator's: 1 for true examples,
/// 0 for made ones.
public func binaryCrossEntropy(_ logits: Tensor, _ target: Double) -> Tensor {
  require(target >= 0 && target <= 1, "a target is between 0 and 1, not \(target)")
  let targets = logits.tape.append(.constant, logits.shape)
  targets.value.update(repeating: Real(target), count: logits.shape.count)
  return binaryCrossEntropy(logits, targets)
}

extension Tape {
  func binaryCrossEntropyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let logits = input(node, 0)
    guard let d = logits.gradient else { return }
    let n = logits.shape.count
    addBinaryCrossEntropyGradient(
      logits.value, targets: input(node, 1).value, scaledBy: gradient[0] / Real(n), into: d, n)
  }
}
