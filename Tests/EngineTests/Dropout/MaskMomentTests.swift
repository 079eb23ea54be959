import Lab
import Testing

@testable import Training

/// The masks' moments beside the laws that they are drawn from, within five standard errors.
@Suite struct MaskMomentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mean: Double
    let variance: Double
    let layer: any Layer
  }

  static let cases: [Case] = [0.1, 0.5, 0.8].flatMap(cases)

  private static func cases(_ p: Double) -> [Case] {
    let q = sigmoid(2 * p - 0.5)
    return [
      Case(testDescription: "inverted \(p)", mean: 1, variance: p / (1 - p), layer: Dropout(p: p)),
      Case(
        testDescription: "standard \(p)", mean: 1 - p, variance: p * (1 - p),
        layer: Dropout(p: p, form: .standard)),
      Case(
        testDescription: "Gaussian \(p)", mean: 1, variance: p / (1 - p),
        layer: GaussianDropout(p: p)),
      // Added to 1.
      Case(
        testDescription: "noise \(p)", mean: 1, variance: p * p,
        layer: GaussianNoise(standardDeviation: p)),
      Case(
        testDescription: "standout \(p)", mean: q, variance: q * (1 - q), layer: Keeping(p: p)),
    ]
  }

  static let (rows, columns) = (1000, 101)

  private func mask(_ test: Case, step: Int = 0, seed: Int = 1, place: Int = 0) -> [Double] {
    let ones = [Float](repeating: 1, count: Self.rows * Self.columns)
    return output(ones, Shape(Self.rows, Self.columns), seed: seed, step: step) {
      for _ in 0..<place { Same() }
      [test.layer]
    }.map { Double($0) }
  }

  @Test(arguments: cases)
  func meanAndVariance(_ test: Case) {
    let mask = mask(test)
    #expect(standardErrors(mask, from: test.mean) < 5)
    let squares = mask.map { ($0 - test.mean) * ($0 - test.mean) }
    #expect(standardErrors(squares, from: test.variance) < 5)
  }

  @Test(arguments: cases)
  func unitsExamplesStepsSeedsAndLayersAreIndependent(_ test: Case) {
    let first = mask(test)
    func covary(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>, _ what: Comment) {
      let products = zip(a, b).map { ($0 - test.mean) * ($1 - test.mean) }
      #expect(standardErrors(products, from: 0) < 5, what)
    }
    covary(first.dropLast(), first.dropFirst(), "units side by side")
    covary(first.dropLast(Self.columns), first.dropFirst(Self.columns), "examples")
    covary(first[...], mask(test, step: 1)[...], "steps")
    covary(first[...], mask(test, seed: 2)[...], "seeds")
    covary(first[...], mask(test, place: 1)[...], "layers")
    // A step later is not a part of the same stream further on.
    covary(first.dropFirst(4), mask(test, step: 1).dropLast(4), "shifted steps")
  }

  /// A mask's element is the stream's word at its place, however long the mask is.
  @Test(arguments: [1, 31, 32, 33, 70])
  func masksFollowTheStream(_ n: Int) {
    var random = RandomStream(seed: 1, "0.noise", step: 3)
    let words = (0..<n).map { _ in random.bits() }
    let ones = [Float](repeating: 1, count: n)
    let mask = output(ones, Shape(1, n), step: 3) { Dropout(p: 0.3) }
    #expect(mask == words.map { $0 < UInt32(0.3 * 0x1p32) ? 0 : 1 / 0.7 })
    let standout = output(ones, Shape(1, n), step: 3) { Standout(alpha: 0, beta: 0) }
    #expect(standout == words.map { $0 < 1 << 31 ? 1 : 0 })
  }

  @Test func aStepIsDrawnAgainWithTheSameBits() {
    for test in Self.cases { #expect(mask(test, step: 7) == mask(test, step: 7)) }
  }

  @Test func masksOfDropConnectDifferPerExample() {
    // x picks one input, weights are 1 and biases 0: the output is a row of the example's mask.
    let (rows, inputs, outputs, p) = (2000, 3, 50, 0.3)
    let network = Network(seed: 1) { DropConnect(inputs, outputs, p: p, activation: .identity) }
      .setting("0.weight", to: Array(repeating: 1, count: inputs * outputs))
      .setting("0.bias", to: Array(repeating: 0, count: outputs))
    func mask(_ input: Int, step: Int = 0) -> [Double] {
      let x = (0..<rows * inputs).map { Float($0 % inputs == input ? 1 : 0) }
      return output(of: network, x, Shape(rows, inputs), step: step).map { Double($0) }
    }
    let first = mask(0)
    #expect(Set(first) == [0, 1])
    #expect(standardErrors(first, from: 1 - p) < 5)
    for other in [mask(1), mask(2), mask(0, step: 1)] {
      let products = zip(first, other).map { ($0 - 0.7) * ($1 - 0.7) }
      #expect(standardErrors(products, from: 0) < 5)
    }
    let examples = zip(first.dropLast(outputs), first.dropFirst(outputs))
    #expect(standardErrors(examples.map { ($0 - 0.7) * ($1 - 0.7) }, from: 0) < 5)
  }

  @Test func drawsAndPartsOfManyExamplesSeeDifferentNoise() {
    // 600 equal examples are three parts.
    let network = Network(seed: 1) { GaussianDropout(p: 0.5) }
    let examples = LabeledExamples(
      features: 2, classes: 2, inputs: Array(repeating: 1, count: 1200),
      labels: Array(repeating: 0, count: 600))
    let samples = network.samples(for: examples, draws: 300, seed: 4)
    // No part of a draw has the noise of another part of another draw.
    let parts = samples.draws.flatMap { draw in [0, 512, 1024].map { Array(draw[$0..<$0 + 176]) } }
    #expect(Set(parts).count == 900)
    #expect(Set(samples.draws.map { $0[0] }).count > 298)
    #expect(Set([0, 256, 512].map { samples.draws[0][2 * $0] }).count == 3)
    #expect(network.samples(for: examples, draws: 2, seed: 4).draws == Array(samples.draws[..<2]))
    #expect(network.samples(for: examples, draws: 2, seed: 5).draws[0] != samples.draws[0])
  }
}

/// Nothing, to move the next layer on.
private struct Same: Layer {
  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { x }
}

/// The standout's mask for z = 1 with the probability σ(2p − 0.5).
private struct Keeping: Layer {
  let p: Double
  private var noise: Noise?

  init(p: Double) { self.p = p }

  mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    standout(x, preactivation: x, alpha: 2 * p, beta: -0.5, pass.random(noise))
  }
}
