import Autograd
import Datasets
import Kernels
import Numerics

extension Network {
  /// The gradient of each example's own loss with respect to its inputs, in evaluation mode:
  /// `[count, features]` in row-major order.
  ///
  /// - Parameters:
  ///   - examples: At least one.
  ///   - loss: A mean over the batch; the cross-entropy by default.
  public func inputGradients(
    on examples: LabeledExamples, loss: Loss = .crossEntropy
  ) -> [Real] {
    require(examples.count >= 1, "there is no example to find gradients for")
    let live = LiveNetwork(self)
    return onTape { tape in
      var gradients: [Real] = []
      var batch = Batch(of: examples)
      let order = Array(0..<examples.count)
      for first in stride(from: 0, to: order.count, by: 256) {
        batch.fill(order[first..<min(first + 256, order.count)], of: examples)
        tape.begin()
        let x = tape.variable(batch.inputs, Shape(batch.count, batch.features))
        loss(live.pass(on: tape, .evaluation)(x), batch).backward()
        // The loss is the mean over the batch: its gradient is that of one example over the count.
        let count = Real(batch.count)
        gradients += x.gradientValues.map { count * $0 }
      }
      return gradients
    }
  }

  /// The Euclidean norm of the gradient of each example's loss with respect to its inputs, averaged
  /// over the examples: how far a small change of an input moves the loss.
  public func inputGradientNorm(
    on examples: LabeledExamples, loss: Loss = .crossEntropy
  ) -> Double {
    let gradients = inputGradients(on: examples, loss: loss)
    var total = 0.0
    for first in stride(from: 0, to: gradients.count, by: examples.features) {
      let squares = gradients[first..<first + examples.features].reduce(0.0) {
        $0 + Double($1) * Double($1)
      }
      total += squares.squareRoot()
    }
    return total / Double(examples.count)
  }
}
