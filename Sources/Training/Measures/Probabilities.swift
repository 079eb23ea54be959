import Autograd
import Datasets
import Kernels
import Numerics

/// The softmax of every row of logits `[…, classes]` in row-major order: numbers that sum to 1.
public func probabilities(ofLogits logits: [Real], classes: Int) -> [Real] {
  require(
    classes >= 1 && logits.count % classes == 0,
    "\(logits.count) logits are not rows of \(classes) classes")
  var out = [Real](repeating: 0, count: logits.count)
  logits.withUnsafeBufferPointer { x in
    out.withUnsafeMutableBufferPointer { y in
      guard let x = x.baseAddress, let y = y.baseAddress else { return }
      softmax(x, into: y, rows: logits.count / classes, columns: classes)
    }
  }
  return out
}

extension Network {
  /// The softmax of the network's output for each example, `[count, classes]` in row-major order.
  public func probabilities(for examples: LabeledExamples) -> [Real] {
    require(examples.count >= 1, "there is no example to find probabilities for")
    let logits = outputs(for: examples)
    return Training.probabilities(ofLogits: logits, classes: logits.count / examples.count)
  }
}
