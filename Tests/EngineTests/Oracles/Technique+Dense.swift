import Lab

extension Technique {
  static let dense: [Technique] = [
    Technique(
      "Layers", "Dense layer", type: "Linear", oracle: "PyTorch `Linear`",
      source: "Goodfellow, Bengio & Courville 2016, §6", tolerance: 1e-5
    ) {
      Reference("torch_dense").error(of: "Linear") { Linear(5, 3) }
    },
    onnx(
      "Matrix product, with a bias", "matmul, linear", "Gemm", "MatMul",
      source: "Goodfellow, Bengio & Courville 2016, §2.2"),
    onnx("Sums, differences, products", "Tensor", "Add", "Sub", "Mul", source: "ONNX 1.22"),
    onnx("Changes of shape", "reshaped", "Flatten", "Reshape", source: "ONNX 1.22"),
    onnx("Rectifier", "ReLU", "Relu", source: "Nair & Hinton 2010"),
    onnx("Leaky rectifier", "LeakyReLU", "LeakyRelu", source: "Maas et al. 2013"),
    onnx("Gaussian error linear unit", "GELU", "Gelu", source: "Hendrycks & Gimpel 2016"),
    onnx("Logistic function", "Sigmoid", "Sigmoid", source: "Goodfellow et al. 2016, §3.10"),
    onnx("Hyperbolic tangent", "Tanh", "Tanh", source: "Goodfellow et al. 2016, §6.3.2"),
    onnx("Softmax", "Softmax", "Softmax", source: "Bridle 1990"),
    onnx(
      "Cross-entropy with labels", "crossEntropy", "SoftmaxCrossEntropyLoss",
      source: "Goodfellow et al. 2016, §6.2.2"),
  ]

  /// A row for operations whose oracle is ONNX's own tests.
  static func onnx(
    _ name: String, _ type: String, _ operations: String..., source: String
  ) -> Technique {
    Technique(
      "Layers", name, type: type, oracle: OnnxCase.oracle(operations), source: source,
      tolerance: 1e-5
    ) { OnnxCase.error(operations) }
  }
}
