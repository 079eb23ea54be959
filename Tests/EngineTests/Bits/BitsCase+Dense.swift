import Lab

extension BitsCase {
  static let dense: [BitsCase] = [
    operation("matmul", Shape(13, 37), Shape(37, 29)) { $0[0].matmul($0[1]) },
    operation("linear", Shape(9, 33), Shape(33, 10), Shape(10)) { linear($0[0], $0[1], $0[2]) },
    operation("arithmetic", Shape(5, 7), Shape(5, 7), Shape(7)) {
      0.3 * ($0[0] * $0[1] - $0[0] + $0[2])
    },
    operation("reductions", Shape(11, 13)) {
      let x = $0[0]
      return x.sum() + x.mean() + x.sumOfSquares() + x.sumOfMagnitudes()
    },
    operation("softmax", Shape(6, 10)) { softmax($0[0], temperature: 1.3) },
    operation("cross-entropy", Shape(5, 10)) { crossEntropy($0[0], [9, 0, 3, 3, 7]) },
    operation("soft cross-entropy", Shape(2, 3)) {
      crossEntropy($0[0], $0[0].tape.constant([0.2, 0.5, 0.3, 1, 0, 0], Shape(2, 3)))
    },
    operation("mean squared error", Shape(5, 10), Shape(5, 10)) { meanSquaredError($0[0], $0[1]) },
    layer("Linear", Shape(6, 19)) { Linear(19, 11) },
    layer("ReLU", Shape(6, 19)) { ReLU() },
    layer("LeakyReLU", Shape(6, 19)) { LeakyReLU() },
    layer("GELU", Shape(6, 19)) { GELU() },
    layer("Tanh", Shape(6, 19)) { Tanh() },
    layer("Sigmoid", Shape(6, 19)) { Sigmoid() },
    layer("Softmax", Shape(6, 19)) { Softmax() },
    training("SGD"),
    training("L1", penalty: .l1(0.01)),
    training("proximal L1", penalty: .l1(0.01, proximal: true)),
    training("L2", penalty: .l2(0.01)),
    training("GELU and tanh") {
      Linear(16, 9)
      GELU()
      Linear(9, 5)
      Tanh()
      Linear(5, 3)
    },
  ]
}
