import Autograd
import Datasets

/// What training makes small: a function of the network's output for a batch and the batch.
///
/// ```swift
/// let smoothed = Loss { logits, batch in crossEntropy(logits, batch) + 0.01 * logits.sumOfSquares() }
/// ```
public struct Loss: Sendable {
  private let compute: @Sendable (Tensor, Batch) -> Tensor

  /// A loss of your own; it returns one number, the mean over the batch.
  public init(_ compute: @escaping @Sendable (Tensor, Batch) -> Tensor) { self.compute = compute }

  /// The loss of the outputs `[count, classes]` for a batch.
  public func callAsFunction(_ outputs: Tensor, _ batch: Batch) -> Tensor {
    compute(outputs, batch)
  }

  /// The mean cross-entropy, with the batch's soft targets where an augmentation made some.
  public static let crossEntropy = Loss { logits, batch in
    Training.crossEntropy(logits, batch)
  }
}

/// The mean cross-entropy of logits `[count, classes]` with a batch's labels, or with its soft
/// targets where an augmentation made some.
public func crossEntropy(_ logits: Tensor, _ batch: Batch) -> Tensor {
  guard batch.targets.isEmpty else {
    return crossEntropy(
      logits, logits.tape.constant(batch.targets, Shape(batch.count, batch.classes)))
  }
  return crossEntropy(logits, batch.labels)
}
