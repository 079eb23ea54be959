import Autograd
import Kernels
import Numerics
import Testing
import Training

/// What claims.md calls exact of adaptive steps and of weight decay: X21 to X25.
@Suite struct AdaptiveExactTests {
  static func firstStep(_ optimizer: any Optimizer, gradient: Double) -> Double {
    let trainer = Trainer(Point.network([0]), with: optimizer)
    trainer.step(along: [gradient])
    return -trainer.point[0] / optimizer.learningRate
  }

  @Test func stepsOfOneSizeReachBothEnds() {
    func path(_ optimizer: any Optimizer, _ steps: Int) -> [[Real]] {
      let trainer = Trainer(Point.network([1, 1]), with: optimizer)
      return (0..<steps).map { _ in
        trainer.step(along: [1e4 * trainer.point[0], trainer.point[1]])
        return trainer.point
      }
    }
    func arrival(_ path: [[Real]]) -> Int? {
      path.firstIndex { abs($0[0]) < 0.05 && abs($0[1]) < 0.05 }
    }
    let rms = path(RMSProp(learningRate: 0.01, alpha: 0.9), 3000)
    #expect(arrival(path(SGD(learningRate: 1.9e-4), 3000)) == nil)
    #expect((arrival(rms) ?? .max) < 200)
    #expect(arrival(path(Adam(learningRate: 0.01), 3000)) != nil)
    // At the end RMSProp steps from one side of the minimum to the other.
    for w in rms.suffix(10).joined() { #expect(abs(abs(w) - 0.005) <= 1e-6) }
  }

  @Test func epsStandsOutsideTheRoot() {
    let outside = Self.firstStep(AdaGrad(learningRate: 1, eps: 1e-8), gradient: 1e-5)
    #expect(abs(outside - 1e-5 / (1e-5 + 1e-8)) <= 1e-12 && abs(outside - 0.999) <= 1e-5)
    let inside = 1e-5 / (1e-10 + 1e-8).squareRoot()
    #expect(abs(inside - 0.0995) <= 1e-4 && outside > 10 * inside)
  }

  @Test(arguments: [1e-3, 1, 1e3])
  func theFirstStepOfAdamHasTheSizeOfTheRate(_ gradient: Double) {
    let corrected = Self.firstStep(Adam(learningRate: 0.1), gradient: gradient)
    let raw = Self.firstStep(
      Adam(learningRate: 0.1, eps: 1e-12, biasCorrection: false), gradient: gradient)
    // The article's formula has the gradient itself over the root: RMSProp's first step.
    let article = Self.firstStep(
      RMSProp(learningRate: 0.1, alpha: 0.999, eps: 1e-12), gradient: gradient)
    #expect(abs(corrected - 1) <= 1e-4)
    #expect(abs(raw - 3.1623) <= 1e-4)
    #expect(abs(article - 31.6228) <= 1e-4)
  }

  @Test func largeGradientsHideWeightsFromL2ButNotFromDecay() {
    func mean(_ optimizer: any Optimizer, _ scale: Double) -> Double {
      var random = RandomStream(seed: 1, "noise")
      let trainer = Trainer(Point.network([Real](repeating: 1, count: 200)), with: optimizer)
      for _ in 0..<500 { trainer.step(along: (0..<200).map { _ in scale * random.normal() }) }
      return trainer.point.reduce(0, +) / 200
    }
    let scales = [0.01, 0.1, 1, 10, 100]
    let l2 = scales.map { mean(Adam(weightDecay: 0.1), $0) }
    let decay = scales.map { mean(AdamW(weightDecay: 0.1), $0) }
    #expect(decay.allSatisfy { abs($0 - pow(1 - 1e-4, 500)) <= 0.01 }, "\(decay)")
    #expect(zip(l2, l2.dropFirst()).allSatisfy { $0 < $1 }, "\(l2)")
    #expect(l2[0] < 0.7 && l2[4] > 0.99, "\(l2)")
  }

  /// Mini-batches of a linear regression; the same for each optimizer.
  static func regression(_ optimizer: any Optimizer, steps: Int, batch: Int = 10) -> [Real] {
    var random = RandomStream(seed: 3, "regression")
    let x = (0..<100).map { _ in (0..<5).map { _ in random.normal() } }
    let y = x.map { $0[0] - 2 * $0[1] + 0.5 * random.normal() }
    let trainer = Trainer(Point.network([1, 1, 1, 1, 1]), with: optimizer)
    for step in 0..<steps {
      let rows = (0..<batch).map { (step * batch + $0) % 100 }
      let w = trainer.point
      var gradient = [Real](repeating: 0, count: 5)
      for i in rows {
        let error = zip(x[i], w).reduce(-y[i]) { $0 + $1.0 * $1.1 }
        for j in 0..<5 { gradient[j] += error * x[i][j] / Real(batch) }
      }
      trainer.step(along: gradient)
    }
    return trainer.point
  }

  static func distance(_ a: [Real], _ b: [Real]) -> Real {
    zip(a, b).map { abs($0 - $1) }.max()!
  }

  @Test func decayIsL2ForPlainDescentOnly() {
    let rate = 0.05
    func apart(_ a: any Optimizer, _ b: any Optimizer) -> Real {
      Self.distance(Self.regression(a, steps: 200), Self.regression(b, steps: 200))
    }
    #expect(
      apart(
        SGD(learningRate: rate, weightDecay: 0.5), SGDW(learningRate: rate, weightDecay: 0.5))
        <= 1e-14)
    #expect(
      apart(
        SGD(learningRate: rate, momentum: 0.9, weightDecay: 0.5),
        SGDW(learningRate: rate, momentum: 0.9, weightDecay: 0.5)) > 1e-3)
    #expect(
      apart(
        Adam(learningRate: rate, weightDecay: 0.5), AdamW(learningRate: rate, weightDecay: 0.5))
        > 1e-3)
  }

  @Test func withMomentumBothEndAlikeWhereDecayIsL2OverOneMinusMu() {
    func end(_ optimizer: any Optimizer) -> [Real] {
      Self.regression(optimizer, steps: 3000, batch: 100)
    }
    let l2 = end(SGD(learningRate: 0.05, momentum: 0.9, weightDecay: 0.5))
    let matched = end(SGDW(learningRate: 0.05, momentum: 0.9, weightDecay: 0.5 / (1 - 0.9)))
    let same = end(SGDW(learningRate: 0.05, momentum: 0.9, weightDecay: 0.5))
    #expect(Self.distance(l2, matched) <= 1e-10)
    #expect(Self.distance(l2, same) > 1e-2)
  }

  @Test func noDecayIsNoDifference() {
    #expect(
      Self.regression(Adam(learningRate: 0.05), steps: 100)
        == Self.regression(AdamW(learningRate: 0.05, weightDecay: 0), steps: 100))
  }

  @Test func kerasCountsL2Twice() {
    func decayed(_ penalty: Penalty, _ optimizer: any Optimizer) -> Real {
      let trainer = Trainer(Point.network([1]), with: optimizer, penalty: penalty)
      trainer.step(along: [0])
      return trainer.point[0]
    }
    let plain = SGD(learningRate: 0.1)
    #expect(abs(decayed(.l2(0.01), plain) - 0.999) <= 1e-15)
    #expect(abs(decayed(.l2(2 * 0.01), plain) - 0.998) <= 1e-15)
    #expect(
      abs(decayed(.none, SGD(learningRate: 0.1, weightDecay: 0.01)) - 0.999) <= 1e-15)
  }

  @Test func torchsL1LossIsAMeanAndNoPenalty() {
    let tape = Tape()
    defer { tape.release() }
    let w = tape.constant([1, -2, 3, -4], Shape(4))
    #expect((0.25 * w.sumOfMagnitudes()).item == 2.5)
  }
}
