import Autograd
import Datasets
import Kernels
import Numerics

/// What training makes small: a function of the network's output for a batch and the batch.
///
/// ```swift
/// let damped = Loss { logits, batch in crossEntropy(logits, batch) + 0.01 * (logits * logits).mean() }
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

  /// The mean cross-entropy with smoothed labels, or with smoothed soft targets where an augmentation
  /// made some.
  ///
  /// - Parameters:
  ///   - labelSmoothing: ε in 0..<1.
  ///   - form: Who gets ε: all classes by default, as in PyTorch and Keras, or the others.
  public static func crossEntropy(
    labelSmoothing: Double, form: SmoothingForm = .allClasses
  ) -> Loss {
    require(
      labelSmoothing >= 0 && labelSmoothing < 1,
      "labelSmoothing is at least 0 and below 1, not \(labelSmoothing)")
    return Loss { logits, batch in
      guard batch.targets.isEmpty else {
        return Autograd.crossEntropy(
          logits, targets(of: batch, logits.tape), labelSmoothing: labelSmoothing, form: form)
      }
      return Autograd.crossEntropy(
        logits, batch.labels, labelSmoothing: labelSmoothing, form: form)
    }
  }

  /// The mean cross-entropy minus β times the mean entropy of the outputs: the confidence penalty
  /// (Pereyra et al. 2017). At its minimum β · gap · p = 1 for each example, with p the probability
  /// of its class and the gap that of its logit over the others'.
  ///
  /// - Parameter beta: β ≥ 0.
  public static func confidencePenalty(_ beta: Double) -> Loss {
    require(beta >= 0 && beta.isFinite, "beta is a finite number of at least 0, not \(beta)")
    return Loss { logits, batch in
      Training.crossEntropy(logits, batch) - Real(beta) * entropy(logits)
    }
  }
}

/// The mean cross-entropy of logits `[count, classes]` with a batch's labels, or with its soft
/// targets where an augmentation made some.
public func crossEntropy(_ logits: Tensor, _ batch: Batch) -> Tensor {
  guard batch.targets.isEmpty else {
    return crossEntropy(logits, targets(of: batch, logits.tape))
  }
  return crossEntropy(logits, batch.labels)
}

private func targets(of batch: Batch, _ tape: Tape) -> Tensor {
  tape.constant(batch.targets, Shape(batch.count, batch.classes))
}
