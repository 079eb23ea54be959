import Kernels
import Numerics

/// The examples whose confidence lies between two bounds: a bar of a reliability diagram.
public struct ReliabilityBin: Sendable, Hashable {
  /// Confidences above `low` and up to `high`.
  public let low: Double
  /// The upper bound, included.
  public let high: Double
  /// How many examples there are.
  public let count: Int
  /// The mean of their largest probabilities.
  public let confidence: Double
  /// The part of them that is classified right.
  public let accuracy: Double
}

/// The bars of a reliability diagram (Guo et al. 2017, §2): the confidence of an example is its
/// largest probability, and bin m of M holds those in ((m − 1)/M, m/M]. Empty bins are left out.
///
/// - Parameters:
///   - probabilities: `[count, classes]` in row-major order; every row sums to 1.
///   - labels: One class a row, from 0.
///   - bins: How many bins of equal width there are between 0 and 1; 15 by default, as in the paper.
public func reliability(
  probabilities: [Real], labels: [Int32], bins: Int = 15
) -> [ReliabilityBin] {
  let classes = requireProbabilities(probabilities, labels, "reliability")
  require(bins >= 1, "a reliability diagram has at least one bin, not \(bins)")
  var counts = [Int](repeating: 0, count: bins)
  var confidences = [Double](repeating: 0, count: bins)
  var right = [Int](repeating: 0, count: bins)
  for (i, place) in largestPlaces(probabilities, classes: classes).enumerated() {
    let confidence = Double(probabilities[i * classes + place])
    let bin = min(max(Int((confidence * Double(bins)).rounded(.up)) - 1, 0), bins - 1)
    counts[bin] += 1
    confidences[bin] += confidence
    if place == Int(labels[i]) { right[bin] += 1 }
  }
  return (0..<bins).filter { counts[$0] > 0 }.map { bin in
    let n = Double(counts[bin])
    return ReliabilityBin(
      low: Double(bin) / Double(bins), high: Double(bin + 1) / Double(bins), count: counts[bin],
      confidence: confidences[bin] / n, accuracy: Double(right[bin]) / n)
  }
}

/// The expected calibration error (Guo et al. 2017, eq. 3): the mean over the examples of
/// |accuracy − confidence| of their bin; see `reliability`.
///
/// - Parameters:
///   - probabilities: `[count, classes]` in row-major order; every row sums to 1.
///   - labels: One class a row, from 0.
///   - bins: How many bins of equal width there are; 15 by default.
public func expectedCalibrationError(
  probabilities: [Real], labels: [Int32], bins: Int = 15
) -> Double {
  reliability(probabilities: probabilities, labels: labels, bins: bins).reduce(0) {
    $0 + Double($1.count) / Double(labels.count) * abs($1.accuracy - $1.confidence)
  }
}

/// The expected calibration error of the softmax of logits.
public func expectedCalibrationError(
  logits: [Real], labels: [Int32], bins: Int = 15
) -> Double {
  let classes = requireClasses(logits, labels, "expectedCalibrationError")
  return expectedCalibrationError(
    probabilities: probabilities(ofLogits: logits, classes: classes), labels: labels, bins: bins)
}
