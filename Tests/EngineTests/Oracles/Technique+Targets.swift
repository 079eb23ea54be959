import Lab

extension Technique {
  static let targets: [Technique] = [
    target(
      "Label smoothing, ε/K", type: "crossEntropy(labelSmoothing:)",
      "PyTorch `cross_entropy(label_smoothing=)`", "Szegedy et al. 2016, §7", "smoothing of all"
    ) { x, labels, _ in crossEntropy(x, labels, labelSmoothing: 0.1) },
    target(
      "Label smoothing, ε/(K − 1)", type: "crossEntropy(form: .otherClasses)",
      "PyTorch `cross_entropy` with probabilities", "Goodfellow et al. 2016, §7.5.1",
      "smoothing of others"
    ) { x, labels, _ in crossEntropy(x, labels, labelSmoothing: 0.1, form: .otherClasses) },
    target(
      "Soft targets", type: "crossEntropy", "PyTorch `cross_entropy` with probabilities",
      "Hinton, Vinyals & Dean 2015", "soft targets"
    ) { x, _, other in crossEntropy(x, other!) },
    target(
      "Smoothed soft targets", type: "crossEntropy(labelSmoothing:)",
      "PyTorch `cross_entropy(label_smoothing=)` with probabilities", "Szegedy et al. 2016, §7",
      "smoothed soft targets"
    ) { x, _, other in crossEntropy(x, other!, labelSmoothing: 0.1) },
    target(
      "Entropy of the outputs", type: "entropy", "PyTorch `Categorical.entropy`",
      "Grandvalet & Bengio 2005", "entropy"
    ) { x, _, _ in entropy(x) },
    target(
      "Confidence penalty", type: "Loss.confidencePenalty",
      "PyTorch `cross_entropy` − β `Categorical.entropy`", "Pereyra et al. 2017, §3",
      "confidence penalty"
    ) { x, labels, _ in
      var batch = Batch(
        of: LabeledExamples(features: 5, classes: 5, inputs: [], labels: []))
      batch.labels = labels
      return Loss.confidencePenalty(0.3)(x, batch)
    },
    target(
      "Policy gradient", type: "logProbability", "PyTorch `Categorical.log_prob`",
      "Williams 1992, eq. 11", "policy gradient"
    ) { x, labels, other in -1 * (other! * logProbability(x, labels)).mean() },
    target(
      "Binary cross-entropy", type: "binaryCrossEntropy",
      "PyTorch `binary_cross_entropy_with_logits`", "Goodfellow et al. 2016, §6.2.2.2", "binary"
    ) { x, _, other in binaryCrossEntropy(x, other!) },
    Technique(
      "Targets", "Temperature scaling", type: "temperature(fittedTo:)",
      oracle: "SciPy `minimize_scalar`", source: "Guo et al. 2017, §4.2", tolerance: 1e-5
    ) {
      let expected = Reference("torch_targets")["temperature"]
      let found = temperature(
        fittedTo: expected["x"]!.reals, labels: expected["labels"]!.values.map { Int32($0) })
      return relativeError([Float(found)], expected["temperature"]!.values)
    },
  ]

  /// A loss of logits, perhaps of labels, and perhaps of targets or advantages.
  private static func target(
    _ name: String, type: String, _ oracle: String, _ source: String, _ reference: String,
    _ loss: @escaping @Sendable (Tensor, [Int32], Tensor?) -> Tensor
  ) -> Technique {
    Technique("Targets", name, type: type, oracle: oracle, source: source, tolerance: 1e-5) {
      let expected = Reference("torch_targets")[reference]
      let tape = Tape()
      defer { tape.release() }
      let x = tape.variable(expected["x"]!.reals, expected["x"]!.asShape)
      let labels = expected["labels"]?.values.map { Int32($0) } ?? []
      let other = (expected["targets"] ?? expected["advantages"]).map {
        tape.constant($0.reals, $0.asShape)
      }
      let y = loss(x, labels, other)
      y.backward()
      return largestError(
        relativeError(y.values, expected["y"]!.values),
        relativeError(x.gradientValues, expected["gradient x"]!.values))
    }
  }
}
