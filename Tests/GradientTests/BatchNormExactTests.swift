import Kernels
import Numerics
import Testing

@testable import Autograd
@testable import Training

/// What batch normalisation is by its formula (claims X15), in double precision.
@Suite struct BatchNormExactTests {
  /// X15 (a): mean 0 and variance σ² / (σ² + ε), and two humps stay two humps.
  @Test func meanAndVarianceButNotTheShape() {
    var random = RandomStream(seed: 1, "bimodal")
    let x = (0..<4000).map { Real(($0 % 2 == 0 ? -3.0 : 5.0) + 0.3 * random.normal()) }
    let (_, variance, _) = moments(x)
    let found = moments(normalized(x, eps: 0.5))
    #expect(abs(found.mean) <= 1e-12)
    #expect(abs(found.variance - variance / (variance + 0.5)) <= 1e-12)
    #expect(found.kurtosis < 1.5, "a normal distribution has kurtosis 3; found \(found.kurtosis)")
  }

  /// X15 (b): a batch of one, or a constant feature, gives the bias exactly; without ε there is no
  /// number.
  @Test func nothingToNormaliseGivesTheBias() {
    #expect(normalized([7], eps: 1e-5, weight: 3, bias: 0.7) == [0.7])
    let constant = normalized([0.1, 0.1, 0.1], eps: 1e-5, weight: 3, bias: 0.7)
    #expect(abs(constant[0] - 0.7) <= 1e-12)
    #expect(normalized([4, 4], eps: 1e-5, bias: 0.7) == [0.7, 0.7])
    #expect(normalized([4, 4], eps: 0)[0].isNaN)
  }

  /// X15 (c): after t batches the data have the weight 1 − (1 − momentum)^t.
  @Test(arguments: [(0.1, 40, 0.985219), (0.01, 40, 0.331028)])
  func weightOfTheDataInTheRunningMean(_ momentum: Double, _ steps: Int, _ printed: Double) {
    let network = Network(seed: 1) { BatchNorm(1, momentum: momentum) }
    let live = LiveNetwork(network)
    let tape = Tape()
    defer { tape.release() }
    for step in 0..<steps {
      tape.begin()
      let x = tape.constant([1, 3], Shape(2, 1))
      _ = live.pass(on: tape, .training, step: step)(x)
    }
    var kept = 1.0
    for _ in 0..<steps { kept *= 1 - momentum }
    #expect(abs(live.statistics.base[0] / 2 - (1 - kept)) <= 1e-12)
    // The batch's variance is 1, the unbiased one 2.
    #expect(abs(live.statistics.base[1] - (kept + 2 * (1 - kept))) <= 1e-12)
    #expect(abs(1 - kept - printed) < 1e-6)
    #expect(live.statistics.base[2] == Real(steps))
  }

  private func normalized(
    _ x: [Real], eps: Double, weight: Real = 1, bias: Real = 0
  ) -> [Real] {
    let tape = Tape()
    defer { tape.release() }
    return batchNorm(
      tape.constant(x, Shape(x.count, 1)), tape.constant([weight], Shape(1)),
      tape.constant([bias], Shape(1)), eps: eps
    ).values
  }

  private func moments(_ x: [Real]) -> (mean: Double, variance: Double, kurtosis: Double) {
    let n = Double(x.count)
    let mean = x.reduce(0) { $0 + Double($1) } / n
    let squares = x.map { (Double($0) - mean) * (Double($0) - mean) }
    let variance = squares.reduce(0, +) / n
    let fourth = squares.reduce(0) { $0 + $1 * $1 } / n
    return (mean, variance, fourth / (variance * variance))
  }
}
