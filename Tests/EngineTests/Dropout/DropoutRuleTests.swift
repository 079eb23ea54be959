import Lab
import Testing

@testable import Training

/// What dropout does in training and at inference: identities that hold exactly.
@Suite struct DropoutRuleTests {
  private static let x: [Float] = [0, -0.0, 1.5, -2.25, 1e-30, -3e30, 0.1, 7]
  private static let shape = Shape(2, 4)

  static let harmless: [String: @Sendable () -> any Layer] = [
    "inverted": { Dropout(p: 0) }, "standard": { Dropout(p: 0, form: .standard) },
    "Gaussian": { GaussianDropout(p: 0) }, "noise": { GaussianNoise(standardDeviation: 0) },
    "standout": { Standout(alpha: 0, beta: 40, activation: .identity) },
  ]

  @Test(arguments: ["inverted", "standard", "Gaussian", "noise", "standout"])
  func withoutDroppingNoBitChanges(_ name: String) {
    for mode in [Pass.Mode.training, .evaluation, .sampling] {
      let y = output(Self.x, Self.shape, mode) { [Self.harmless[name]!()] }
      #expect(y.map(\.bitPattern) == Self.x.map(\.bitPattern))
    }
  }

  @Test(arguments: [Activation.identity, .relu, .tanh, .sigmoid])
  func dropConnectWithoutDroppingIsLinear(_ activation: Activation) {
    struct Applied: Layer {
      let activation: Activation
      func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { activation(x) }
    }
    let x = normalVector(5 * 7, "x").floats
    for mode in [Pass.Mode.training, .evaluation, .sampling] {
      let masked = output(x, Shape(5, 7), mode) { DropConnect(7, 9, p: 0, activation: activation) }
      let plain = output(x, Shape(5, 7), mode) {
        Linear(7, 9)
        Applied(activation: activation)
      }
      #expect(masked.map(\.bitPattern) == plain.map(\.bitPattern))
    }
  }

  @Test func inferenceIsDeterministicAndTrainingIsNot() {
    let x = [Float](repeating: 1, count: 64)
    let layers: [any Layer] = [
      Dropout(p: 0.5), Dropout(p: 0.5, form: .standard), GaussianDropout(p: 0.5),
      GaussianNoise(standardDeviation: 1), Standout(), DropConnect(8, 8),
    ]
    for layer in layers {
      func run(_ mode: Pass.Mode, _ seed: Int, _ step: Int) -> [Float] {
        output(x, Shape(8, 8), mode, seed: seed, step: step) { [layer] }
      }
      #expect(run(.evaluation, 1, 0) == run(.evaluation, 2, 5))
      #expect(run(.training, 1, 0) != run(.training, 2, 0))
      #expect(run(.training, 1, 0) != run(.training, 1, 1))
      #expect(run(.sampling, 1, 1) == run(.training, 1, 1))
    }
  }

  /// The gradient of one batch at fixed parameters changes from step to step, unless nothing is dropped.
  @Test(arguments: [0, 0.5])
  func gradientsAreNoisy(_ p: Double) {
    let network = Network(seed: 1) {
      Linear(8, 8)
      Dropout(p: p)
    }
    let trainer = Trainer(network, with: SGD(learningRate: 1e-30))
    let x = normalVector(32, "batch").floats
    let gradients = (0..<5).map { _ in
      trainer.step { $0($0.tape.constant(x, Shape(4, 8))).sumOfSquares() }
      return trainer.gradient(of: "0.weight")
    }
    #expect(trainer.network.values == network.values)
    #expect(Set(gradients).count == (p == 0 ? 1 : 5))
  }

  /// X07: what a layer answers after the mean over all masks, beside three rules for inference.
  @Test func theTestRules() {
    let p = 0.2
    let x = normalVector(6, "input")
    let w = normalVector(6, "weights")
    let mean = allMasks(6, keep: 1 - p).reduce(0) { $0 + $1.probability * w.dot($1.mask * x) }
    // Article A multiplies by p, article C by 1 − p what was divided by it in training already.
    #expect(abs(w.dot(p * x) / mean - p / (1 - p)) <= 1e-12)
    #expect(abs(w.dot((1 - p) * x) / (mean / (1 - p)) - (1 - p)) <= 1e-12)
    let standard = output(x.floats, Shape(1, 6), .evaluation) { Dropout(p: p, form: .standard) }
    #expect(abs(w.dot(Vector(standard.map { Double($0) })) / mean - 1) <= 1e-6)
    let inverted = output(x.floats, Shape(1, 6), .evaluation) { Dropout(p: p) }
    #expect(abs(w.dot(Vector(inverted.map { Double($0) })) / (mean / (1 - p)) - 1) <= 1e-6)
  }

  /// X33: a unit is kept with σ(z), which is above a half for z > 0 only and grows with z.
  @Test func standoutKeepsTheActive() {
    let z = (0..<81).map { Float($0 - 40) / 8 }
    let q = output(z, Shape(1, 81), .evaluation) { Weighing() }
    for i in z.indices {
      #expect((q[i] > 0.5) == (z[i] > 0))
      #expect(i == 0 || q[i] > q[i - 1])
    }
    // The same frequencies in training, within five standard errors.
    let rows = 4000
    let repeated = Array(repeatElement(z, count: rows).joined())
    let masks = output(repeated, Shape(rows, 81)) { Standout(activation: .identity) }
    for i in z.indices where z[i] != 0 {
      let kept = (0..<rows).count { masks[$0 * 81 + i] != 0 }
      let expected = Double(q[i]) * Double(rows)
      #expect(abs(Double(kept) - expected) < 5 * (expected * (1 - Double(q[i]))).squareRoot())
    }
  }

  /// Only what was kept takes part in the backward pass, and no gradient reaches the probability.
  @Test func gradientsAreMasked() {
    let tape = Tape()
    defer { tape.release() }
    let x = tape.variable([Float](repeating: 1, count: 100), Shape(1, 100))
    let z = tape.variable([Float](repeating: 0.5, count: 100), Shape(1, 100))
    let y = standout(
      x, preactivation: z, alpha: 1, beta: 0, RandomStream(seed: 1, "standout"))
    y.sum().backward()
    #expect(x.gradientValues == y.values && z.gradientValues.allSatisfy { $0 == 0 })
    let dropped = dropout(x, p: 0.5, RandomStream(seed: 1, "dropout"))
    #expect(Set(dropped.values) == [0, 2])
  }
}

/// σ(z), as the standout's inference multiplies by it.
private struct Weighing: Layer {
  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    let ones = x.tape.constant([Float](repeating: 1, count: x.shape.count), x.shape)
    return standoutMean(ones, preactivation: x, alpha: 1, beta: 0)
  }
}
