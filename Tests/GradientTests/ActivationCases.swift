import Autograd

let activationCases: [OperationCase] = [
  OperationCase("relu", [Shape(3, 4)]) { weighted(relu($0[0])) },
  OperationCase("sigmoid", [Shape(3, 4)]) { weighted(sigmoid($0[0])) },
  OperationCase("tanh", [Shape(3, 4)]) { weighted(tanh($0[0])) },
  OperationCase("leaky relu", [Shape(3, 4)]) { weighted(leakyReLU($0[0], slope: 0.2)) },
  OperationCase("gelu", [Shape(3, 4)]) { weighted(gelu($0[0])) },
  OperationCase("softmax", [Shape(2, 5)]) { weighted(softmax($0[0], temperature: 2)) },
  OperationCase("reshape", [Shape(3, 4)]) { weighted(sigmoid($0[0].reshaped(Shape(2, 6)))) },
]
