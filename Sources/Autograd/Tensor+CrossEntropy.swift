import Kernels
import Numerics

/// The mean over the batch of −log softmax(logits)[label], in nats (PyTorch's `CrossEntropyLoss`;
/// Keras's `SparseCategoricalCrossentropy(from_logits=True)`).
///
/// - Parameters:
///   - logits: `[batch, classes]`, or `[batch, length, classes]` for sequences.
///   - labels: One class a row, from 0.
/// - Returns: One number.
public func crossEntropy(_ logits: Tensor, _ labels: ArraySlice<Int32>) -> Tensor {
  let (rows, classes) = (logits.shape.rows, logits.shape.columns)
  let copied = logits.checked(labels, for: "crossEntropy")
  let result = logits.tape.append(
    .crossEntropy, Shape(), logits)
  let losses = logits.tape.state.pointee.arena.allocate(rows)
  let p =
    result.wantsGradient ? logits.tape.state.pointee.arena.allocate(rows * classes) : nil
  crossEntropy(
    logits.value, labels: copied, into: losses, softmax: p, rows: rows, columns: classes)
  result.value[0] = sum(losses, rows) / Real(rows)
  result.withNode {
    $0.labels = copied
    $0.saved = p
  }
  return result
}

/// The mean cross-entropy of all labels; see `crossEntropy(_:_:)`.
public func crossEntropy(_ logits: Tensor, _ labels: [Int32]) -> Tensor {
  crossEntropy(logits, labels[...])
}

extension Tensor {
  /// A copy of one label a row that lasts as long as the step; refuses labels that are no classes.
  func checked(_ labels: ArraySlice<Int32>, for operation: StaticString) -> UnsafePointer<Int32> {
    let (rows, classes) = (shape.rows, shape.columns)
    require(
      shape.rank >= 2 && labels.count == rows && rows > 0,
      "\(operation) takes [..., classes] and one label a row, and got \(shape) and \(labels.count) labels"
    )
    let copied = tape.state.pointee.arena.allocateLabels(rows)
    for (i, label) in labels.enumerated() {
      require(
        label >= 0 && label < classes,
        "the label \(label) in row \(i) is not one of the \(classes) classes, 0 to \(classes - 1)")
      copied[i] = label
    }
    return UnsafePointer(copied)
  }
}

extension Tape {
  func crossEntropyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let logits = input(node, 0)
    guard let d = logits.gradient, let labels = node.labels, let p = node.saved else { return }
    let (rows, classes) = (logits.shape.rows, logits.shape.columns)
    addCrossEntropyGradient(
      softmax: p, labels: labels, scaledBy: gradient[0] / Real(rows), into: d, rows: rows,
      columns: classes)
  }
}
