import Lab
import Testing

@testable import Training

/// What optimizers do beside their formulas: selections, sums of penalties, two evaluations, bits.
@Suite struct OptimizerTests {
  /// The parameters after some epochs on digits.
  static func values(_ optimizer: any Optimizer, _ penalty: Penalty = .none) -> [Float] {
    train(
      TrainingTests.network(1), on: Digits.split(train: 100, seed: 1), with: optimizer,
      penalty: penalty, epochs: 2, seed: 1
    ).network.values
  }

  @Test func equivalentSettingsHaveTheSameBits() {
    #expect(Self.values(Adam()) == Self.values(AdamW(weightDecay: 0)))
    #expect(
      Self.values(SGD(learningRate: 0.1)) == Self.values(SGDW(learningRate: 0.1, weightDecay: 0)))
    #expect(
      Self.values(SAM(Adam(weightDecay: 0.1), rho: 0)) == Self.values(Adam(weightDecay: 0.1)))
    #expect(Self.values(SAM(Adam(), rho: 0.1)) != Self.values(Adam()))
    #expect(Self.values(Adam(), .l1(0)) == Self.values(Adam()))
    #expect(
      Self.values(Adam(), .l1(0.01) + .l2(0.1))
        == Self.values(Adam(), .elasticNet(l1: 0.01, l2: 0.1)))
  }

  @Test(arguments: [
    SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.5) as any Optimizer,
    SGDW(learningRate: 0.1, weightDecay: 0.5), AdaGrad(weightDecay: 0.5), RMSProp(weightDecay: 0.5),
    Adam(weightDecay: 0.5), AdamW(weightDecay: 0.5), SAM(AdamW(weightDecay: 0.5)),
  ])
  func decayLeavesBiasesAloneUnlessTold(_ optimizer: any Optimizer) {
    func decayed(_ role: Parameter.Role, _ optimizer: any Optimizer) -> Float {
      let network = Network(seed: 1) { Point(Shape(1), role: role) }.setting("0.w", to: [1])
      let trainer = Trainer(network, with: optimizer)
      trainer.step(along: [0])
      return trainer.point[0]
    }
    #expect(decayed(.weight, optimizer) < 1)
    #expect(decayed(.bias, optimizer) == 1)
    #expect(decayed(.bias, SGD(learningRate: 0.1, weightDecay: 0.5, decayed: .all)) < 1)
    #expect(decayed(.bias, SGD(learningRate: 0.1, weightDecay: 0.5, decayed: ["0.w"])) < 1)
  }

  @Test func penaltiesOfDifferentSelectionsAreAdded() {
    let start = TrainingTests.network(1)
    let trainer = Trainer(
      start, with: SGD(learningRate: 0.5),
      penalty: .l1(0.01, proximal: true, on: ["0.weight"]) + .l2(0.1, on: ["2.weight", "2.bias"]))
    trainer.step { pass in
      0 * pass(pass.tape.constant([Float](repeating: 1, count: 64), Shape(1, 64))).sum()
    }
    let end = trainer.network
    #expect(end.values(of: "0.bias") == start.values(of: "0.bias"))
    for (a, b) in zip(end.values(of: "0.weight"), start.values(of: "0.weight")) {
      let expected = max(0, abs(b) - 0.005)
      #expect(abs(abs(a) - expected) <= 1e-7)
    }
    for name in ["2.weight", "2.bias"] {
      for (a, b) in zip(end.values(of: name), start.values(of: name)) {
        #expect(abs(a - 0.95 * b) <= 1e-7)
      }
    }
  }

  /// A layer that is noisy and counts its training passes, as a dropout and a batch normalisation do.
  struct Noisy: Layer {
    private var noise: Noise?
    private var passes: Statistic?

    mutating func declare(in list: inout ParameterList) {
      noise = list.declareNoise()
      passes = list.declareStatistic("passes", Shape(1), initial: 0)
    }

    func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
      if pass.training { pass[passes][0] += 1 }
      var random = pass.random(noise)
      let mask = (0..<x.shape.count).map { _ in Float(random.normal()) }
      return x * x.tape.constant(mask, x.shape)
    }
  }

  @Test func theSecondEvaluationSeesTheSameNoiseAndLeavesNoTrace() {
    let network = Network(seed: 1) {
      Point(Shape(3))
      Noisy()
    }.setting("0.w", to: [1, 2, 3])
    // A loss that is linear in w has the same gradient uphill, where the noise is the same.
    let plain = Trainer(network, with: SGD(learningRate: 0.1))
    let sharp = Trainer(network, with: SAM(SGD(learningRate: 0.1), rho: 0.5))
    for _ in 0..<5 {
      plain.step(along: [1, 2, 3])
      let before = sharp.steps
      sharp.step(along: [1, 2, 3])
      #expect(sharp.steps == before + 1 && sharp.network.values == plain.network.values)
    }
    #expect(sharp.network.statisticValues == [5])
  }

  @Test func aStepMovesNoFartherThanItsGradients() {
    // ‖θ_t − θ_0‖ ≤ η Σ ‖g‖ (claims X14 d), a triangle inequality.
    let data = Digits.split(train: 100, seed: 1).train
    let start = TrainingTests.network(1)
    let trainer = Trainer(start, with: SGD(learningRate: 0.2))
    var batch = Batch(of: data)
    var path = 0.0
    for step in 0..<60 {
      batch.fill(Array(20 * (step % 5)..<20 * (step % 5) + 20)[...], of: data)
      trainer.step { network in crossEntropy(network(batch), batch) }
      path += 0.2 * trainer.gradientNorm
      let away = zip(trainer.network.values, start.values).reduce(0.0) {
        $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
      }
      #expect(away.squareRoot() <= path * (1 + 1e-6))
    }
  }

  /// Two trainers that teach each other: a generator learns the mean of normal numbers.
  @Test func anAdversarialPairOfTrainers() {
    let generator = Trainer(
      Network(seed: 1) { Linear(1, 1) }, with: Adam(learningRate: 0.02, betas: (0.5, 0.9)))
    let discriminator = Trainer(
      Network(seed: 2) {
        Linear(1, 8)
        ReLU()
        Linear(8, 1)
      }, with: Adam(learningRate: 0.02, betas: (0.5, 0.9)))
    var average = WeightAverage.ema(decay: 0.95)
    var random = RandomStream(seed: 1, "pair")
    let shape = Shape(32, 1)
    for _ in 0..<600 {
      let noise = (0..<32).map { _ in Float(random.normal()) }
      let real = (0..<32).map { _ in Float(2 + random.normal()) }
      let before = generator.network.values
      discriminator.step { judge in
        let fake = generator(judge.tape.constant(noise, shape))
        return binaryCrossEntropy(judge(judge.tape.constant(real, shape)), 1)
          + binaryCrossEntropy(judge(fake), 0)
      }
      #expect(generator.network.values == before)
      generator.step { make in
        binaryCrossEntropy(discriminator(make(make.tape.constant(noise, shape))), 1)
      }
      average.stepEnded(generator)
    }
    let bias = average.network(of: generator)!.values(of: "0.bias")[0]
    #expect(abs(bias - 2) < 0.5, "\(bias)")
  }

  @Test func extremeLogitsHaveFiniteLossesAndGradients() {
    let tape = Tape()
    defer { tape.release() }
    let x = tape.variable([1000, -1000, 0], Shape(1, 3))
    let h = entropy(x)
    let smoothed = crossEntropy(x, [1], labelSmoothing: 0.1)
    let binary = binaryCrossEntropy(x, tape.constant([0, 1, 0.5], Shape(1, 3)))
    let masked = entropy(tape.constant([0, -.infinity, 0], Shape(1, 3)))
    (h + smoothed + binary).backward()
    #expect(h.item == 0 && smoothed.item > 1800 && smoothed.item < 2000)
    #expect(abs(binary.item - 2000.6931 / 3) <= 1e-3)
    #expect(abs(masked.item - 0.6931472) <= 1e-6)
    #expect(x.gradientValues.allSatisfy { $0.isFinite })
  }

  @Test func anUncertainNetworkHasItsTemperature() {
    // The logits are those of the labels' own distribution, times 3.
    var random = RandomStream(seed: 1, "temperature")
    var (logits, labels): ([Float], [Int32]) = ([], [])
    for _ in 0..<4000 {
      let z = (0..<3).map { _ in random.normal() }
      let p = z.map { exp($0) }
      let u = random.uniform() * p.reduce(0, +)
      labels.append(u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2)
      logits += z.map { Float(3 * $0) }
    }
    #expect(abs(temperature(fittedTo: logits, labels: labels) / 3 - 1) < 0.1)
    #expect(temperature(fittedTo: [5, 1], labels: [0]) == 0.001)
    #expect(temperature(fittedTo: [5, 1], labels: [1]) == 1000)
  }
}
