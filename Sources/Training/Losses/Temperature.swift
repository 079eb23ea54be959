import Autograd
import Datasets
import Kernels
import Numerics

/// The temperature T that minimises the mean cross-entropy of softmax(logits / T) on validation
/// examples (Guo et al. 2017, *On Calibration of Modern Neural Networks*, §4.2): above 1 for a network
/// that is too sure. No decision changes.
///
/// The cross-entropy is convex in 1/T, so its slope is bisected, in double precision, for T between
/// 0.001 and 1000. The end 0.001 is returned where every example is right, for there the
/// cross-entropy falls as long as T does.
///
/// - Parameters:
///   - logits: `[count, classes]` in row-major order, of `Network.outputs(for:)`.
///   - labels: One class a row, from 0.
public func temperature(fittedTo logits: [Real], labels: [Int32]) -> Double {
  let classes = requireClasses(logits, labels, "temperature(fittedTo:)")
  require(logits.allSatisfy { $0.isFinite }, "a temperature is fitted to finite logits")
  let z = logits.map { Double($0) }
  var (low, high) = (1e-3, 1e3)
  if slope(z, labels, classes, at: low) >= 0 { return 1 / low }
  if slope(z, labels, classes, at: high) <= 0 { return 1 / high }
  while true {
    let middle = (low * high).squareRoot()
    if middle <= low || middle >= high { return 1 / middle }
    if slope(z, labels, classes, at: middle) < 0 { low = middle } else { high = middle }
  }
}

extension Network {
  /// The temperature that fits the network to examples; see `temperature(fittedTo:labels:)`.
  public func temperature(fittedTo examples: LabeledExamples) -> Double {
    Training.temperature(fittedTo: outputs(for: examples), labels: examples.labels)
  }
}

/// The derivative of the cross-entropy of softmax(β z) with respect to β, summed over the rows:
/// the mean logit under softmax(β z) minus the label's.
private func slope(_ z: [Double], _ labels: [Int32], _ classes: Int, at beta: Double) -> Double {
  var sum = 0.0
  for (i, label) in labels.enumerated() {
    let row = z[i * classes..<(i + 1) * classes]
    let top = row.reduce(-Double.infinity) { max($0, $1) }
    var (total, mean) = (0.0, 0.0)
    for v in row {
      let p = exp(beta * (v - top))
      total += p
      mean += p * (v - top)
    }
    sum += mean / total - (row[row.startIndex + Int(label)] - top)
  }
  return sum
}
