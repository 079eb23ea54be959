import Lab
import Testing

/// The rows of the claims' table about classifiers that fit everything.
@Suite struct ClassifierClaimTests {
  /// X05b: on separable data the weights of a logistic regression grow without end, with the logarithm
  /// of the steps; the loss goes to 0, and nothing gets worse on new points.
  @Test func separableDataHaveNoMinimum() {
    var random = RandomStream(seed: 1, "separable")
    func points(_ count: Int) -> [(x: (Double, Double), sign: Double)] {
      (0..<count).map { i in
        let sign = i % 2 == 0 ? 1.0 : -1.0
        let across = 0.5 + random.uniform()
        return ((sign * across, 2 * random.uniform() - 1 + sign * 0.3), sign)
      }
    }
    let (seen, new) = (points(40), points(400))
    var w = (0.0, 0.0)
    var norms: [Double] = []
    var accuracies: [Double] = []
    func right() -> Double {
      Double(new.count { $0.sign * (w.0 * $0.x.0 + w.1 * $0.x.1) > 0 }) / 400
    }
    for step in 1...100_000 {
      var gradient = (0.0, 0.0)
      for (x, sign) in seen {
        let push = sign * sigmoid(-sign * (w.0 * x.0 + w.1 * x.1)) / 40
        gradient.0 += push * x.0
        gradient.1 += push * x.1
      }
      w = (w.0 + gradient.0, w.1 + gradient.1)
      if [1000, 10_000, 100_000].contains(step) {
        norms.append((w.0 * w.0 + w.1 * w.1).squareRoot())
        accuracies.append(right())
      }
    }
    let (first, second) = (norms[1] - norms[0], norms[2] - norms[1])
    #expect(first > 1 && abs(second / first - 1) <= 0.25, "\(norms)")
    let losses = seen.map { log(1 + exp(-$0.sign * (w.0 * $0.x.0 + w.1 * $0.x.1))) }
    #expect(losses.reduce(0, +) / 40 < 1e-3)
    #expect(accuracies[2] >= accuracies[0] && accuracies[2] >= 0.99, "\(accuracies)")
  }

  /// X30b: a network fits labels that are pure chance, and knows nothing about new ones.
  @Test(arguments: 1...3)
  func networksFitRandomLabels(_ seed: Int) {
    func examples(_ count: Int, _ name: String) -> LabeledExamples {
      var random = RandomStream(seed: seed, name)
      return LabeledExamples(
        features: 100, classes: 10, inputs: (0..<100 * count).map { _ in Float(random.normal()) },
        labels: (0..<count).map { _ in Int32(random.integer(below: 10)) })
    }
    let network = Network(seed: seed) {
      Linear(100, 128)
      ReLU()
      Linear(128, 128)
      ReLU()
      Linear(128, 10)
    }
    let run = train(
      network, on: Split(train: examples(300, "seen"), test: examples(2000, "new")),
      with: SGD(learningRate: 0.1), epochs: 150, measuredEvery: 150, seed: seed)
    #expect(run.trainAccuracy.last == 1)
    #expect(run.testAccuracy.last! > 0.05 && run.testAccuracy.last! < 0.15)
  }
}
