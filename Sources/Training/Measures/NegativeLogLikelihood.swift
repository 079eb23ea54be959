import Kernels
import Numerics

/// The mean of −log p[label] over the rows, in nats (scikit-learn's `log_loss`, without its clipping):
/// infinite where a row gives its class the probability 0.
///
/// - Parameters:
///   - probabilities: `[count, classes]` in row-major order; every row sums to 1.
///   - labels: One class a row, from 0.
public func negativeLogLikelihood(probabilities: [Real], labels: [Int32]) -> Double {
  let classes = requireProbabilities(probabilities, labels, "negativeLogLikelihood")
  var total = 0.0
  for (i, label) in labels.enumerated() {
    total -= log(Double(probabilities[i * classes + Int(label)]))
  }
  return total / Double(labels.count)
}

/// The mean of −log softmax(logits)[label] over the rows, in nats, in double precision.
///
/// - Parameters:
///   - logits: `[count, classes]` in row-major order.
///   - labels: One class a row, from 0.
public func negativeLogLikelihood(logits: [Real], labels: [Int32]) -> Double {
  let classes = requireClasses(logits, labels, "negativeLogLikelihood")
  var total = 0.0
  for (i, label) in labels.enumerated() {
    let row = logits[i * classes..<(i + 1) * classes].map { Double($0) }
    let top = row.max() ?? 0
    total += log(row.reduce(0) { $0 + exp($1 - top) }) - (row[Int(label)] - top)
  }
  return total / Double(labels.count)
}
