import Autograd
import Kernels
import Numerics
import Testing
import Training

/// What claims.md calls exact of gradient descent with momentum and of averages: X19, X20.
@Suite struct MomentumExactTests {
  /// The steps until ‖w‖∞ ≤ 1e-6 from (1, …, 1) on Σ h w²/2 with h from 1 to 1000.
  static func iterations(_ optimizer: any Optimizer) -> Int {
    let h: [Real] = (0..<10).map { pow(1000, Double($0) / 9) }
    let trainer = Trainer(Point.network([Real](repeating: 1, count: 10)), with: optimizer)
    var w = trainer.point
    for step in 1...20_000 {
      trainer.step(along: zip(h, w).map { $0 * $1 })
      w = trainer.point
      if w.allSatisfy({ abs($0) <= 1e-6 }) { return step }
    }
    return .max
  }

  @Test func theAveragedFormIsTheClassicalOneWithALargerRate() {
    var random = RandomStream(seed: 1, "momentum")
    let start = (0..<8).map { _ in random.normal() }
    let classical = Trainer(
      Point.network(start), with: SGD(learningRate: 0.1 * (1 - 0.9), momentum: 0.9))
    let averaged = Trainer(
      Point.network(start), with: SGD(learningRate: 0.1, momentum: 0.9, averaged: true))
    for _ in 0..<300 {
      let noise = (0..<8).map { _ in random.normal() }
      for trainer in [classical, averaged] {
        trainer.step(along: zip(trainer.point, noise).map { 2 * $0 + $1 })
      }
      for (a, b) in zip(classical.point, averaged.point) { #expect(abs(a - b) <= 1e-12) }
    }
  }

  @Test func momentumNeedsFewerSteps() {
    let (largest, root) = (1000.0, 1000.0.squareRoot())
    let plain = Self.iterations(SGD(learningRate: 2 / (largest + 1)))
    let heavyBall = Self.iterations(
      SGD(
        learningRate: 4 / ((root + 1) * (root + 1)),
        momentum: ((root - 1) / (root + 1)) * ((root - 1) / (root + 1))))
    let nesterov = Self.iterations(
      SGD(learningRate: 1 / largest, momentum: (root - 1) / (root + 1), nesterov: true))
    #expect(plain >= 10 * heavyBall && plain >= 10 * nesterov, "\(plain) \(heavyBall) \(nesterov)")
  }

  /// x⁴/4 − x²/2 + 0.15x from 1.8: momentum may leave the nearer, higher minimum, or may not.
  @Test(arguments: [(0.0, true), (0.9, true), (0.97, false), (0.99, true)])
  func momentumMayEscape(_ momentum: Double, _ staysRight: Bool) {
    let trainer = Trainer(
      Point.network([1.8]), with: SGD(learningRate: 0.01, momentum: momentum))
    for _ in 0..<20_000 {
      let x = trainer.point[0]
      trainer.step(along: [x * x * x - x + 0.15])
    }
    #expect((trainer.point[0] > 0) == staysRight)
  }

  @Test(arguments: [5.0, -5.0])
  func aCorrectedAverageOfAConstantIsTheConstant(_ constant: Double) {
    let trainer = Trainer(Point.network([constant]), with: SGD(learningRate: 1))
    var corrected = WeightAverage.ema(decay: 0.9, debias: true)
    var copied = WeightAverage.ema(decay: 0.9)
    var plain = 0.0
    for t in 1...60 {
      trainer.step(along: [0])
      corrected.stepEnded(trainer)
      copied.stepEnded(trainer)
      plain = 0.1 * constant + 0.9 * plain
      #expect(abs(plain - constant * (1 - pow(0.9, Double(t)))) <= 1e-12)
      #expect(abs(corrected.network(of: trainer)!.values[0] - constant) <= 1e-12)
      #expect(copied.network(of: trainer)!.values[0] == constant)
    }
  }

  @Test func theArticlesCorrectionsAreNone() {
    // Divided by 1 − αᵗ with α = 0.1 the weight of the new number, and a start at the first number.
    let trainer = Trainer(Point.network([5]), with: SGD(learningRate: 1))
    var corrected = WeightAverage.ema(decay: 0.9, debias: true)
    var found: [Int: Double] = [:]
    for t in 1...20 {
      corrected.stepEnded(trainer)
      let plain = corrected.network(of: trainer)!.values[0] * (1 - pow(0.9, Double(t)))
      found[t] = plain / (1 - pow(0.1, Double(t)))
    }
    for (t, value) in [(1, 0.556), (2, 0.96), (5, 2.05), (20, 4.39)] {
      #expect(abs(found[t]! - value) <= 5e-3)
    }
    var copied = WeightAverage.ema(decay: 0.9)
    copied.stepEnded(trainer)
    #expect(abs(copied.network(of: trainer)!.values[0] / (1 - 0.9) - 50) <= 1e-12)
  }

  @Test func anAverageHasTheVarianceOfItsWeights() {
    // Σ α²(1 − α)²ᵏ, read from the average's answers to single ones.
    let trainer = Trainer(Point.network([0]), with: SGD(learningRate: 1))
    var average = WeightAverage.ema(decay: 0.9)
    var sum = 0.0
    average.stepEnded(trainer)
    for t in 0..<400 {
      trainer.network = trainer.network.setting("0.w", to: [t == 0 ? 1 : 0])
      average.stepEnded(trainer)
      let weight = average.network(of: trainer)!.values[0]
      sum += weight * weight
    }
    #expect(abs(sum - 0.1 / 1.9) <= 1e-12)
  }
}
