import Kernels
import Numerics

/// How many rows of class i have their largest output at class j: element [i][j] (scikit-learn's
/// `confusion_matrix`). The first of equal outputs counts.
///
/// - Parameters:
///   - outputs: Logits or probabilities, `[count, classes]` in row-major order.
///   - labels: One class a row, from 0.
public func confusionMatrix(of outputs: [Real], labels: [Int32]) -> [[Int]] {
  let classes = requireClasses(outputs, labels, "confusionMatrix")
  var counts = [[Int]](repeating: Array(repeating: 0, count: classes), count: classes)
  for (label, place) in zip(labels, largestPlaces(outputs, classes: classes)) {
    counts[Int(label)][place] += 1
  }
  return counts
}
