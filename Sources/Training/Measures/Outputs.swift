import Kernels
import Numerics

// What the measures share: the checks of their arguments, and the class that a row of outputs names.

/// How many numbers each label has; refuses what does not fit together.
func requireClasses(
  _ numbers: [Real], _ labels: [Int32], _ measure: StaticString
) -> Int {
  require(
    !labels.isEmpty && !numbers.isEmpty && numbers.count % labels.count == 0,
    "\(measure) needs as many outputs for each of the \(labels.count) labels, not \(numbers.count) in all"
  )
  let classes = numbers.count / labels.count
  for (i, label) in labels.enumerated() {
    require(
      label >= 0 && label < classes,
      "the label \(label) in row \(i) is not one of the \(classes) classes, 0 to \(classes - 1)")
  }
  return classes
}

/// The same for probabilities, whose rows sum to 1.
func requireProbabilities(
  _ numbers: [Real], _ labels: [Int32], _ measure: StaticString
) -> Int {
  let classes = requireClasses(numbers, labels, measure)
  for i in labels.indices {
    let row = numbers[i * classes..<(i + 1) * classes]
    let total = row.reduce(0.0) { $0 + Double($1) }
    require(
      row.allSatisfy { $0 >= 0 } && abs(total - 1) <= 1e-4,
      "\(measure) takes probabilities, and row \(i) sums to \(total)")
  }
  return classes
}

/// The place of the largest number in each row; the first of equal ones.
func largestPlaces(_ outputs: [Real], classes: Int) -> [Int] {
  stride(from: 0, to: outputs.count, by: classes).map { first in
    var best = 0
    for j in 0..<classes where outputs[first + j] > outputs[first + best] { best = j }
    return best
  }
}
