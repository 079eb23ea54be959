import Datasets
import Kernels
import Numerics

extension Network {
  /// The examples moved by ε · sign(∂loss/∂x), the fast gradient sign method (Goodfellow, Shlens &
  /// Szegedy 2015, §4). A number whose gradient is 0 stays. Nothing is clipped to the range of pixels.
  ///
  /// - Parameters:
  ///   - examples: At least one.
  ///   - epsilon: How far each number moves, at least 0.
  ///   - loss: What the move makes large; the cross-entropy by default.
  public func adversarial(
    _ examples: LabeledExamples, epsilon: Double, loss: Loss = .crossEntropy
  ) -> LabeledExamples {
    require(epsilon >= 0, "FGSM's epsilon is at least 0, not \(epsilon)")
    var moved = examples
    let step = Real(epsilon)
    for (i, gradient) in inputGradients(on: examples, loss: loss).enumerated() {
      if gradient > 0 { moved.inputs[i] += step } else if gradient < 0 { moved.inputs[i] -= step }
    }
    return moved
  }

  /// The accuracy on the examples moved by the fast gradient sign method; see `adversarial`.
  public func fgsmAccuracy(
    on examples: LabeledExamples, epsilon: Double, loss: Loss = .crossEntropy
  ) -> Double {
    let moved = adversarial(examples, epsilon: epsilon, loss: loss)
    return accuracy(of: outputs(for: moved), labels: moved.labels)
  }
}
