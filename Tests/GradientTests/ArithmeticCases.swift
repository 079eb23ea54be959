import Autograd

let arithmeticCases: [OperationCase] = [
  OperationCase("add", [Shape(3, 4), Shape(3, 4)]) { weighted($0[0] + $0[1]) },
  OperationCase("add a row", [Shape(3, 4), Shape(4)]) { weighted($0[0] + $0[1]) },
  OperationCase("subtract", [Shape(3, 4), Shape(3, 4)]) { weighted($0[0] - $0[1]) },
  OperationCase("multiply", [Shape(3, 4), Shape(3, 4)]) { weighted($0[0] * $0[1]) },
  OperationCase("scale", [Shape(3, 4)]) { weighted(2.5 * $0[0]) },
  OperationCase("matmul", [Shape(3, 4), Shape(4, 5)]) { weighted($0[0].matmul($0[1])) },
  OperationCase("linear", [Shape(3, 4), Shape(4, 5), Shape(5)]) {
    weighted(linear($0[0], $0[1], $0[2]))
  },
  OperationCase("linear of a sequence without a bias", [Shape(2, 3, 4), Shape(4, 5)]) {
    weighted(linear($0[0], $0[1], nil))
  },
  OperationCase("concatenate", [Shape(2, 2, 3), Shape(2, 2, 1)]) {
    weighted($0[0].concatenated(with: $0[1]))
  },
  OperationCase("sum of squares", [Shape(3, 4)]) { $0[0].sumOfSquares() },
  OperationCase("sum of magnitudes", [Shape(3, 4)]) { $0[0].sumOfMagnitudes() },
  OperationCase("mean", [Shape(3, 4)]) { ($0[0] * $0[0]).mean() },
  OperationCase("a tensor used twice", [Shape(3, 4), Shape(3, 4)]) {
    weighted($0[0] * $0[0] + $0[1] * $0[0])
  },
]
