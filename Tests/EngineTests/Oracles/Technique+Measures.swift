import Lab

extension Technique {
  private static func row(
    _ name: String, type: String, oracle: String, source: String, tolerance: Double,
    error: @escaping @Sendable (Reference) -> Double
  ) -> Technique {
    Technique("Measures", name, type: type, oracle: oracle, source: source, tolerance: tolerance) {
      error(Reference("measures"))
    }
  }

  static let measures: [Technique] = [
    row(
      "Accuracy", type: "accuracy(of:labels:)", oracle: "scikit-learn `accuracy_score`",
      source: "Goodfellow, Bengio & Courville 2016, §5.1.2", tolerance: 1e-9
    ) {
      let (logits, labels, expected) = classifier($0)
      return relativeError([accuracy(of: logits, labels: labels)], expected["accuracy"]!.values)
    },
    row(
      "Negative log-likelihood", type: "negativeLogLikelihood(logits:labels:)",
      oracle: "scikit-learn `log_loss`", source: "Goodfellow, Bengio & Courville 2016, §5.5",
      tolerance: 1e-6
    ) {
      let (logits, labels, expected) = classifier($0)
      return relativeError(
        [
          negativeLogLikelihood(logits: logits, labels: labels),
          negativeLogLikelihood(
            probabilities: probabilities(ofLogits: logits, classes: 4), labels: labels),
        ], expected["log loss"]!.values + expected["log loss"]!.values)
    },
    row(
      "Confusion matrix", type: "confusionMatrix(of:labels:)",
      oracle: "scikit-learn `confusion_matrix`", source: "Kohavi & Provost 1998", tolerance: 0
    ) {
      let (logits, labels, expected) = classifier($0)
      return relativeError(
        confusionMatrix(of: logits, labels: labels).flatMap { $0.map { Double($0) } },
        expected["confusion"]!.values)
    },
    row(
      "Reliability diagram", type: "reliability(probabilities:labels:bins:)",
      oracle: "NumPy, from the definition", source: "Guo et al. 2017, §2", tolerance: 1e-6
    ) {
      let (logits, labels, expected) = classifier($0)
      let bins = reliability(
        probabilities: probabilities(ofLogits: logits, classes: 4), labels: labels)
      return relativeError(
        bins.flatMap { [Double($0.count), $0.confidence, $0.accuracy] },
        expected["bins 15"]!.values)
    },
    row(
      "Expected calibration error", type: "expectedCalibrationError(logits:labels:bins:)",
      oracle: "NumPy, from the definition", source: "Guo et al. 2017, eq. 3", tolerance: 1e-6
    ) {
      let (logits, labels, expected) = classifier($0)
      return relativeError(
        [
          expectedCalibrationError(logits: logits, labels: labels),
          expectedCalibrationError(logits: logits, labels: labels, bins: 7),
        ], expected["error 15"]!.values + expected["error 7"]!.values)
    },
    row(
      "Bias and variance", type: "biasVariance(predictions:truth:)", oracle: "NumPy",
      source: "Geman, Bienenstock & Doursat 1992", tolerance: 1e-8
    ) {
      let expected = $0["bias and variance"]
      let found = biasVariance(
        predictions: Matrix(rows: 7, columns: 9, expected["predictions"]!.values),
        truth: Vector(expected["truth"]!.values))
      return relativeError(
        [found.squaredBias, found.variance, found.meanSquaredError],
        ["bias", "variance", "error"].flatMap { expected[$0]!.values })
    },
    row(
      "Gradient of the inputs", type: "Network.inputGradients(on:loss:)",
      oracle: "PyTorch autograd", source: "Goodfellow, Shlens & Szegedy 2015", tolerance: 1e-5
    ) {
      let (network, examples, expected) = inputs($0)
      return largestError(
        relativeError(network.inputGradients(on: examples), expected["gradient"]!.values),
        relativeError([network.inputGradientNorm(on: examples)], expected["norm"]!.values))
    },
    row(
      "Fast gradient sign method", type: "Network.fgsmAccuracy(on:epsilon:)",
      oracle: "PyTorch autograd", source: "Goodfellow, Shlens & Szegedy 2015, §4", tolerance: 1e-6
    ) {
      let (network, examples, expected) = inputs($0)
      return largestError(
        relativeError(
          network.adversarial(examples, epsilon: 0.25).inputs, expected["moved"]!.values),
        relativeError(
          [network.fgsmAccuracy(on: examples, epsilon: 0.25)], expected["accuracy"]!.values))
    },
    row(
      "Flip rate under noise", type: "Network.flipRate(on:standardDeviation:draws:seed:)",
      oracle: "PyTorch, given our noise", source: "its definition", tolerance: 1e-9
    ) {
      let (network, examples, expected) = inputs($0)
      return relativeError(
        [network.flipRate(on: examples, standardDeviation: 0.5, seed: 3)],
        expected["flip rate"]!.values)
    },
    row(
      "Sparsity", type: "Network.sparsity(of:within:)", oracle: "by hand",
      source: "Tibshirani 1996", tolerance: 0
    ) { _ in
      let network = Network(seed: 1) { Linear(2, 2) }
        .setting("0.weight", to: [0, 0.001, -2, -0.001]).setting("0.bias", to: [0, 1])
      return relativeError(
        [
          network.sparsity(), network.sparsity(within: 0.01), network.sparsity(of: .all),
          network.sparsity(of: ["0.bias"]),
        ], [0.25, 0.75, 1.0 / 3, 0.5])
    },
    row(
      "Mean, interval and paired t test", type: "Samples",
      oracle: "SciPy `t.interval`, `ttest_rel`",
      source: "Student 1908", tolerance: 1e-8
    ) {
      let expected = $0["samples"]
      let a = Samples(expected["a"]!.values)
      let b = Samples(expected["b"]!.values)
      let wide = a.interval()
      let paired = (a - b).interval(confidence: 0.9)
      return relativeError(
        [
          a.standardDeviation, a.standardError, wide.lowerBound, wide.upperBound,
          paired.lowerBound, paired.upperBound, a.pairedPValue(b),
        ],
        ["deviation", "error", "interval 95", "interval 90", "p"].flatMap {
          expected[$0]!.values
        })
    },
  ]

  private static func classifier(
    _ reference: Reference
  ) -> (logits: [Float], labels: [Int32], expected: [String: Reference.Array]) {
    let expected = reference["classifier"]
    return (expected["logits"]!.reals, expected["labels"]!.values.map { Int32($0) }, expected)
  }

  private static func inputs(
    _ reference: Reference
  ) -> (network: Network, examples: LabeledExamples, expected: [String: Reference.Array]) {
    let expected = reference["inputs"]
    var network = Network(seed: 1) {
      Linear(5, 6)
      Tanh()
      Linear(6, 3)
    }
    for name in network.parameters.map(\.name) {
      network = network.setting(name, to: expected[name]!.reals)
    }
    let examples = LabeledExamples(
      features: 5, classes: 3, inputs: expected["x"]!.reals,
      labels: expected["labels"]!.values.map { Int32($0) })
    return (network, examples, expected)
  }
}
