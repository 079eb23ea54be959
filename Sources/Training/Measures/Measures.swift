import Autograd
import Kernels
import Numerics

/// How well a classifier does on a set of examples.
public struct Measures: Sendable, Hashable {
  /// The mean cross-entropy in nats.
  public let loss: Double
  /// The part of the examples whose largest output is that of their class.
  public let accuracy: Double

  /// The measures of outputs `[count, classes]` in row-major order.
  init(of outputs: [Real], labels: [Int32], on tape: Tape) {
    let classes = labels.isEmpty ? 0 : outputs.count / labels.count
    tape.begin(recording: false)
    loss = Double(
      crossEntropy(tape.constant(outputs, Shape(labels.count, classes)), labels).item)
    accuracy = Training.accuracy(of: outputs, labels: labels)
  }
}

/// The part of the rows of `outputs` whose largest number stands at the row's label. The first of
/// equal numbers counts.
public func accuracy(of outputs: [Real], labels: [Int32]) -> Double {
  let classes = requireClasses(outputs, labels, "accuracy")
  let right = zip(largestPlaces(outputs, classes: classes), labels).count { $0 == Int($1) }
  return Double(right) / Double(labels.count)
}
