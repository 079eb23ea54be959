import Autograd

let lossCases: [OperationCase] = [
  OperationCase("mean squared error", [Shape(3, 4), Shape(3, 4)]) {
    meanSquaredError($0[0], $0[1])
  },
  OperationCase("cross-entropy", [Shape(3, 5)]) { crossEntropy($0[0], [4, 0, 2]) },
  OperationCase("cross-entropy of a sequence", [Shape(2, 2, 3)]) {
    crossEntropy($0[0], [2, 0, 1, 1])
  },
  OperationCase("cross-entropy with soft targets", [Shape(2, 3)]) {
    crossEntropy($0[0], $0[0].tape.constant([0.2, 0.5, 0.3, 1, 0, 0.5], Shape(2, 3)))
  },
]
