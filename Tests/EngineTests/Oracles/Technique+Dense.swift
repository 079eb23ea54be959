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
    onnx(
      "Convolution of images and sequences", "conv2d, conv1d", "Conv",
      source: "LeCun et al. 1998, §II.A"),
    onnx(
      "Pooling", "maxPool2d, avgPool2d, globalAveragePool", "MaxPool", "AveragePool",
      "GlobalAveragePool", source: "Goodfellow et al. 2016, §9.3"),
    onnx(
      "Batch normalisation, both modes", "batchNorm", "BatchNormalization",
      source: "Ioffe & Szegedy 2015, §3"),
    onnx(
      "Layer normalisation of any axes", "layerNorm", "LayerNormalization",
      source: "Ba, Kiros & Hinton 2016, §3"),
    onnx("Rows by their position", "embedding", "Gather", source: "Bengio et al. 2003, §2"),
    onnx(
      "Recurrent sequences", "rnn, lstm, gru", "RNN", "LSTM", "GRU",
      source: "Elman 1990; Hochreiter & Schmidhuber 1997; Cho et al. 2014"),
    onnx(
      "Scaled dot-product attention", "scaledDotProductAttention", "Attention",
      source: "Vaswani et al. 2017, §3.2"),
    onnx(
      "Dropout with a given mask, and none", "Dropout", "Dropout",
      source: "Srivastava et al. 2014, §10", group: "Dropout"),
    onnx(
      "Momentum, AdaGrad and Adam, one update", "SGD, AdaGrad, Adam", "Momentum", "Adagrad",
      "Adam", source: "Polyak 1964; Duchi et al. 2011; Kingma & Ba 2015", group: "Optimizers"),
  ]

  /// A row for operations whose oracle is ONNX's own tests.
  static func onnx(
    _ name: String, _ type: String, _ operations: String..., source: String,
    group: String = "Layers"
  ) -> Technique {
    Technique(
      group, name, type: type, oracle: OnnxCase.oracle(operations), source: source,
      tolerance: 1e-5
    ) { OnnxCase.error(operations) }
  }
}
