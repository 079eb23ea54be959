import Lab

extension OnnxCase {
  /// What the engine computes in this case.
  func outputs() -> [Output] {
    let tape = Tape()
    defer { tape.release() }
    return switch operation {
    case "Add": [output("y", tensor("a", tape) + tensor("b", tape))]
    case "Sub": [output("y", tensor("a", tape) - tensor("b", tape))]
    case "Mul": [output("y", tensor("a", tape) * tensor("b", tape))]
    case "MatMul": [output("y", tensor("a", tape).matmul(tensor("b", tape)))]
    case "Gemm": [output("y", gemm(tape))]
    case "Flatten", "Reshape": [output("y", tensor("x", tape).reshaped(array("y").asShape))]
    case "Relu": [output("y", relu(tensor("x", tape)))]
    case "LeakyRelu": [output("y", leakyReLU(tensor("x", tape), slope: number("slope")))]
    case "Gelu": [output("y", gelu(tensor("x", tape)))]
    case "Sigmoid": [output("y", sigmoid(tensor("x", tape)))]
    case "Tanh": [output("y", tanh(tensor("x", tape)))]
    case "Softmax": [output("y", softmax(tensor("x", tape)))]
    case "SoftmaxCrossEntropyLoss":
      [output("y", crossEntropy(tensor("logits", tape), labels("labels")))]
    case "Dropout": [output("y", dropout(tape))]
    case "Conv": [output("y", convolution(tape))]
    case "MaxPool", "AveragePool": [output("y", pool(tape))]
    case "GlobalAveragePool": [output("y", globalAveragePool(tensor("x", tape)))]
    case "BatchNormalization": batchNormalization(tape)
    case "LayerNormalization": [output("y", layerNormalization(tape))]
    case "Gather": [output("y", embedding(tensor("positions", tape), tensor("table", tape)))]
    case "LSTM", "GRU", "RNN": recurrent(tape)
    case "Attention": [output("y", attention(tape))]
    case "Momentum", "Adagrad", "Adam": optimized()
    default: fatalError("the engine's part in ONNX's \(operation) is not written")
    }
  }

  /// alpha · a b + beta · c.
  private func gemm(_ tape: Tape) -> Tensor {
    let (alpha, beta) = (Float(number("alpha")), Float(number("beta")))
    let (a, b) = (tensor("a", tape), tensor("b", tape))
    guard has("c") else { return alpha * a.matmul(b) }
    let c = tensor("c", tape)
    if alpha == 1 && beta == 1 && c.shape.rank == 1 { return linear(a, b, c) }
    return alpha * a.matmul(b) + beta * c
  }
}
