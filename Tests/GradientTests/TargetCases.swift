import Autograd

let targetCases: [OperationCase] = [
  OperationCase("label smoothing over all classes", [Shape(3, 5)]) {
    crossEntropy($0[0], [4, 0, 2], labelSmoothing: 0.1)
  },
  OperationCase("label smoothing over the other classes", [Shape(2, 2, 3)]) {
    crossEntropy($0[0], [2, 0, 1, 1], labelSmoothing: 0.3, form: .otherClasses)
  },
  OperationCase("smoothed soft targets", [Shape(2, 3)]) {
    crossEntropy(
      $0[0], $0[0].tape.constant([0.2, 0.5, 0.3, 1, 0, 0], Shape(2, 3)), labelSmoothing: 0.1)
  },
  OperationCase("entropy", [Shape(3, 5)]) { entropy($0[0]) },
  OperationCase("log-probability", [Shape(3, 5)]) { weighted(logProbability($0[0], [4, 0, 2])) },
  OperationCase("binary cross-entropy", [Shape(3, 4)]) {
    binaryCrossEntropy(
      3 * $0[0], $0[0].tape.constant((0..<12).map { Double($0) / 11 }, Shape(3, 4)))
  },
  OperationCase("binary cross-entropy with one target", [Shape(3, 4)]) {
    binaryCrossEntropy($0[0], 1)
  },
]
