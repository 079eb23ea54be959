import Lab
import Testing

@testable import Training

/// Edges and identities of the measures; their values are beside oracles in `Technique+Measures`.
@Suite struct MeasureTests {
  @Test func aConfidenceOnABoundBelongsToTheBinBelow() {
    let bins = reliability(
      probabilities: [0.5, 0.5, 0.75, 0.25, 0, 1], labels: [0, 1, 1], bins: 4)
    #expect(
      bins == [
        ReliabilityBin(low: 0.25, high: 0.5, count: 1, confidence: 0.5, accuracy: 1),
        ReliabilityBin(low: 0.5, high: 0.75, count: 1, confidence: 0.75, accuracy: 0),
        ReliabilityBin(low: 0.75, high: 1, count: 1, confidence: 1, accuracy: 1),
      ])
    let error = expectedCalibrationError(
      probabilities: [0.5, 0.5, 0.75, 0.25, 0, 1], labels: [0, 1, 1], bins: 4)
    #expect(abs(error - 1.25 / 3) <= 1e-12)
  }

  @Test func inOneBinTheErrorIsThatOfTheMeans() {
    let p: [Float] = [0.5, 0.5, 0.75, 0.25, 0, 1]
    let error = expectedCalibrationError(probabilities: p, labels: [0, 1, 1], bins: 1)
    #expect(abs(error - (0.75 - 2.0 / 3)) <= 1e-12)
  }

  @Test func aClassOfProbabilityZeroIsInfinitelyUnlikely() {
    #expect(negativeLogLikelihood(probabilities: [1, 0], labels: [1]) == .infinity)
    #expect(negativeLogLikelihood(probabilities: [1, 0], labels: [0]) == 0)
    #expect(negativeLogLikelihood(logits: [200, 0], labels: [1]) == 200)
  }

  @Test func theDiagonalIsTheAccuracy() {
    let network = TrainingTests.network(1)
    let digits = Digits.split(train: 100, seed: 1).test
    let outputs = network.outputs(for: digits)
    let counts = confusionMatrix(of: outputs, labels: digits.labels)
    let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    #expect(Double(right) / Double(digits.count) == accuracy(of: outputs, labels: digits.labels))
    #expect(counts.joined().reduce(0, +) == digits.count)
    let measured = network.measured(on: digits).loss
    #expect(abs(negativeLogLikelihood(logits: outputs, labels: digits.labels) - measured) <= 1e-6)
    let p = network.probabilities(for: digits)
    #expect(p == probabilities(ofLogits: outputs, classes: 10))
    #expect(confusionMatrix(of: p, labels: digits.labels) == counts)
  }

  /// Each example's gradient is its own, whatever part of the examples it stands in.
  @Test func inputGradientsAreOfOneExampleEach() {
    let network = TrainingTests.network(1)
    let digits = Digits.split(train: 300, seed: 1).train
    let all = network.inputGradients(on: digits)
    for i in [0, 255, 256, 299] {
      let one = network.inputGradients(on: digits.examples([i]))
      let part = Array(all[i * 64..<(i + 1) * 64])
      #expect(relativeError(part, one.map { Double($0) }) <= 1e-5)
    }
  }

  @Test func smallStepsAgainstTheSignRaiseTheLoss() {
    let digits = Digits.split(train: 300, seed: 1)
    let run = train(
      TrainingTests.network(1), on: digits, with: SGD(learningRate: 0.2), epochs: 10, seed: 1)
    let moved = run.network.adversarial(digits.test, epsilon: 0.05)
    #expect(run.network.measured(on: moved).loss > run.network.measured(on: digits.test).loss)
    let unmoved = run.network.adversarial(digits.test, epsilon: 0)
    #expect(unmoved.inputs == digits.test.inputs && moved.labels == digits.test.labels)
    #expect(
      run.network.fgsmAccuracy(on: digits.test, epsilon: 0.1)
        < run.network.fgsmAccuracy(on: digits.test, epsilon: 0.02))
    #expect(run.network.flipRate(on: digits.test, standardDeviation: 0, seed: 1) == 0)
    #expect(
      run.network.flipRate(on: digits.test, standardDeviation: 0.05, draws: 3, seed: 1)
        < run.network.flipRate(on: digits.test, standardDeviation: 0.5, draws: 3, seed: 1))
    #expect(run.sparsity == run.network.sparsity())
  }

  /// X18: the squared error of ridge regression is bias² + variance; with the penalty one grows and the
  /// other falls, and the sum has its minimum in between.
  @Test func biasAndVarianceOfRidge() {
    let (d, n, sets) = (20, 30, 300)
    let truth = normalVector(d, "truth") / Double(d).squareRoot()
    let points = normalMatrix(100, d, "points")
    let lambdas = (0..<9).map { 0.001 * pow(10, Double($0) / 2) }
    var predictions = [[Double]](repeating: [], count: lambdas.count)
    for set in 0..<sets {
      var random = RandomStream(seed: 1, "ridge", step: set)
      let x = Matrix(rows: n, columns: d) { _, _ in random.normal() }
      let y = x * truth + Vector((0..<n).map { _ in random.normal() })
      for (i, lambda) in lambdas.enumerated() {
        predictions[i] += (points * ridge(x, y, lambda)).elements
      }
    }
    let found = predictions.map {
      biasVariance(
        predictions: Matrix(rows: sets, columns: 100, $0), truth: points * truth, noise: 1)
    }
    for part in found {
      #expect(
        abs(part.squaredBias + part.variance - part.meanSquaredError)
          <= 1e-13 * part.meanSquaredError)
      #expect(part.expectedError == part.squaredBias + part.variance + 1)
    }
    for (weaker, stronger) in zip(found, found.dropFirst()) {
      #expect(stronger.squaredBias > weaker.squaredBias && stronger.variance < weaker.variance)
    }
    let errors = found.map(\.meanSquaredError)
    let best = errors.indices.min { errors[$0] < errors[$1] }!
    #expect(best > 0 && best < lambdas.count - 1)
  }

  @Test func equalSamplesHaveNoSpread() {
    let same = Samples([2, 2, 2])
    #expect(same.standardDeviation == 0 && same.interval() == 2...2)
    #expect(same.pairedPValue(same) == 1 && same.pairedPValue(Samples(1.0)) == 0)
  }

  /// Deterministic networks answer the same in every draw.
  @Test func withoutNoiseSamplesDoNotDiffer() {
    let digits = Digits.split(train: 20, seed: 1).train
    let samples = TrainingTests.network(1).samples(for: digits, draws: 3, seed: 1)
    #expect(samples.variance.allSatisfy { $0 <= 1e-12 })
    #expect(samples.draws[0] == TrainingTests.network(1).outputs(for: digits))
    #expect(samples.entropy.allSatisfy { $0 > 0 && $0 <= log(10.0) + 1e-6 })
    #expect(samples.count == 20 && samples.columns == 10)
  }
}
