import Lab
import Testing

@testable import Autograd
@testable import Training

/// Batch normalisation's statistics, and its indifference to the scale of the weights before it.
@Suite struct BatchNormTests {
  /// The largest relative error of the running statistics after one batch.
  static func runningError(of name: String, _ layer: BatchNorm) -> Double {
    let expected = Reference("torch_vision")[name]
    let live = LiveNetwork(Network(seed: 1) { layer })
    let tape = Tape()
    defer { tape.release() }
    let x = expected["x"]!
    _ = live.pass(on: tape, .training)(tape.constant(x.reals, x.asShape))
    let found = live.statistics.values
    let n = layer.features
    return largestError(
      relativeError(Array(found[0..<n]), expected["mean after"]!.values),
      relativeError(Array(found[n..<2 * n]), expected["variance after"]!.values))
  }

  /// The largest relative error of the statistics that are computed again.
  static func updateError() -> Double {
    let expected = Reference("torch_vision")["update_bn"]
    var network = Network(seed: 1) {
      Unflatten(4, 4, 1)
      Conv2d(1, 2, kernel: 3)
      BatchNorm(2)
      ReLU()
    }
    for (ours, theirs) in [
      ("1.weight", "0.weight"), ("1.bias", "0.bias"), ("2.weight", "1.weight"),
      ("2.bias", "1.bias"),
    ] {
      network = network.setting(ours, to: expected[theirs]!.reals)
    }
    let before = network.values
    let x = expected["x"]!.reals
    let examples = LabeledExamples(
      features: 16, classes: 1, inputs: x, labels: [Int32](repeating: 0, count: 8))
    network = network.setting("2.runningMean", to: [5, 5])
      .updatingStatistics(on: examples, batchSize: 3)
    guard network.values == before, network.values(of: "2.batches") == [3] else {
      return .infinity
    }
    return largestError(
      relativeError(network.values(of: "2.runningMean"), expected["1.runningMean"]!.values),
      relativeError(network.values(of: "2.runningVariance"), expected["1.runningVariance"]!.values))
  }

  /// A last batch of one example has no variance and is left out.
  @Test func aSingleExampleAtTheEndIsLeftOut() {
    let network = Network(seed: 1) { BatchNorm(1) }
    func updated(_ x: [Float]) -> [Float] {
      network.updatingStatistics(
        on: LabeledExamples(
          features: 1, classes: 1, inputs: x, labels: [Int32](repeating: 0, count: x.count)),
        batchSize: 2
      ).statisticValues
    }
    #expect(updated([1, 3, 5, 7, 100]) == updated([1, 3, 5, 7]))
    #expect(updated([1, 3, 5, 7]) == [4, 2, 2])
  }

  /// X15 (f): BN(c W x) = BN(W x), so the gradient at c W is the one at W divided by c and has no
  /// part along W.
  @Test func theScaleOfTheWeightsBeforeItDoesNotMatter() {
    let network = Network(seed: 1) {
      Linear(6, 5)
      BatchNorm(5, eps: 1e-12)
    }
    let weight = network.values(of: "0.weight")
    let one = run(network)
    let four = run(network.setting("0.weight", to: weight.map { 4 * $0 }))
    #expect(relativeError(four.output, one.output.map { Double($0) }) <= 1e-4)
    #expect(relativeError(four.gradient.map { 4 * $0 }, one.gradient.map { Double($0) }) <= 1e-4)
    let along = zip(weight, one.gradient).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let size = zip(weight, one.gradient).reduce(0.0) { $0 + abs(Double($1.0) * Double($1.1)) }
    #expect(abs(along) <= 1e-4 * size)
  }

  /// Statistics follow training only, and evaluation uses them.
  @Test func evaluationChangesNoStatistic() {
    let network = Network(seed: 1) { BatchNorm(2) }
    let live = LiveNetwork(network)
    let tape = Tape()
    defer { tape.release() }
    let x = tape.constant([1, 2, 3, 5], Shape(2, 2))
    _ = live.pass(on: tape, .evaluation)(x)
    let y = live.pass(on: tape, .sampling)(x)
    #expect(live.statistics.values == network.statisticValues)
    #expect(relativeError(y.values, [1, 2, 3, 5]) < 1e-5)
  }

  private func run(_ network: Network) -> (output: [Float], gradient: [Float]) {
    var random = RandomStream(seed: 6, "scale")
    let x = (0..<8 * 6).map { _ in Float(random.normal()) }
    let direction = (0..<8 * 5).map { _ in Float(random.normal()) }
    let live = LiveNetwork(network)
    let gradients = ParameterGradients(of: network)
    let tape = Tape()
    defer { tape.release() }
    let h = live.pass(on: tape, .training, gradients: gradients)(tape.constant(x, Shape(8, 6)))
    (h * tape.constant(direction, h.shape)).sum().backward()
    return (h.values, Array(gradients.numbers.values[0..<30]))
  }
}
