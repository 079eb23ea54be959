import Kernels
import Numerics

/// To whom label smoothing gives the part ε that it takes from the label's class.
public enum SmoothingForm: Sendable {
  /// ε/K to every class of K, the label's own included (Szegedy et al. 2016; PyTorch and Keras).
  case allClasses
  /// ε/(K − 1) to every other class, so that the label's keeps 1 − ε (Goodfellow, Bengio &
  /// Courville 2016, §7.5.1): the other form with ε K/(K − 1).
  case otherClasses

  /// The smoothed target is `keep` times the target plus `share`.
  func factors(_ smoothing: Double, _ classes: Int) -> (keep: Real, share: Real) {
    require(
      smoothing >= 0 && smoothing < 1,
      "labelSmoothing is at least 0 and below 1, not \(smoothing)")
    switch self {
    case .allClasses: return (Real(1 - smoothing), Real(smoothing / Double(classes)))
    case .otherClasses:
      require(classes >= 2, "label smoothing over the other classes needs at least 2 classes")
      let share = smoothing / Double(classes - 1)
      return (Real(1 - smoothing - share), Real(share))
    }
  }
}

/// The mean cross-entropy with smoothed labels, in nats; see `crossEntropy(_:_:)` and `SmoothingForm`.
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: One class a row, from 0.
///   - labelSmoothing: ε in 0..<1.
///   - form: Who gets ε; all classes by default, as PyTorch's `CrossEntropyLoss(label_smoothing:)`.
/// - Returns: One number.
public func crossEntropy(
  _ logits: Tensor, _ labels: [Int32], labelSmoothing: Double, form: SmoothingForm = .allClasses
) -> Tensor {
  let (rows, classes) = (logits.shape.rows, logits.shape.columns)
  let (keep, share) = form.factors(labelSmoothing, classes)
  if labelSmoothing == 0 { return crossEntropy(logits, labels) }
  let copied = logits.checked(labels[...], for: "crossEntropy")
  let result = logits.tape.append(.smoothedCrossEntropy, Shape(), logits)
  let losses = logits.tape.state.pointee.arena.allocate(max(rows, 2))
  smoothedCrossEntropy(
    logits.value, labels: copied, keep: keep, share: share, into: losses, rows: rows,
    columns: classes)
  result.value[0] = sum(losses, rows) / Real(rows)
  losses[0] = keep
  losses[1] = share
  result.withNode {
    $0.labels = copied
    $0.saved = losses
  }
  return result
}

/// The mean cross-entropy with smoothed soft targets, in nats: each row's targets are mixed with
/// equal ones as a label would be.
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - targets: The same shape; rows that sum to 1. They get no gradient.
///   - labelSmoothing: ε in 0..<1.
///   - form: Who gets ε; all classes by default.
/// - Returns: One number.
public func crossEntropy(
  _ logits: Tensor, _ targets: Tensor, labelSmoothing: Double, form: SmoothingForm = .allClasses
) -> Tensor {
  requireSameShape(logits, targets, "crossEntropy")
  let (keep, share) = form.factors(labelSmoothing, logits.shape.columns)
  if labelSmoothing == 0 { return crossEntropy(logits, targets) }
  let smoothed = logits.tape.append(.constant, targets.shape)
  smooth(targets.value, keep: keep, share: share, into: smoothed.value, targets.shape.count)
  return crossEntropy(logits, smoothed)
}

extension Tape {
  func smoothedCrossEntropyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let logits = input(node, 0)
    guard let d = logits.gradient, let labels = node.labels, let factors = node.saved else {
      return
    }
    let (rows, classes) = (logits.shape.rows, logits.shape.columns)
    let p = state.pointee.arena.allocate(rows * classes)
    softmax(logits.value, into: p, rows: rows, columns: classes)
    addSmoothedCrossEntropyGradient(
      softmax: p, labels: labels, keep: factors[0], share: factors[1],
      scaledBy: gradient[0] / Real(rows), into: d, rows: rows, columns: classes)
  }
}
