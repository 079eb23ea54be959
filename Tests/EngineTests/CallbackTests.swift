import Lab
import Testing

@testable import Training

/// Callbacks in `train` and in a loop of one's own.
@Suite struct CallbackTests {
  static func data(seed: Int = 1) -> Split {
    var split = Digits.split(train: 300, seed: seed)
    split.validation = split.test.examples(0..<200)
    return split
  }

  static func run(
    _ callbacks: [any Callback], with optimizer: any Optimizer = SGD(learningRate: 0.3),
    epochs: Int = 6, loss: Loss = .crossEntropy
  ) -> Run {
    train(
      TrainingTests.network(1), on: data(), with: optimizer, loss: loss, callbacks: callbacks,
      epochs: epochs, seed: 1)
  }

  @Test func manyAtOnce() {
    let run = Self.run(
      [
        GradientClipping.norm(1), GradientClipping.value(0.5), Schedule.cosine(warmUp: 10),
        WeightAverage.ema(decay: 0.9), MaxNorm(3), EarlyStopping(patience: 3),
      ], with: SAM(AdamW(learningRate: 0.01)), epochs: 12,
      loss: .crossEntropy(labelSmoothing: 0.1))
    #expect(run.testAccuracy.last! > 0.8)
    let best = run.validationLoss.indices.dropFirst().min {
      run.validationLoss[$0] < run.validationLoss[$1]
    }
    #expect(run.bestEpoch == best)
    #expect(run.averaged!.measured(on: Self.data().test).accuracy > 0.8)
    #expect(run.averaged!.values != run.network.values)
  }

  @Test(arguments: [EarlyStopping.Monitor.loss, .accuracy])
  func earlyStoppingFollowsTheAlgorithm(_ monitor: EarlyStopping.Monitor) {
    // A large rate makes the curve jump.
    let run = Self.run(
      [EarlyStopping(patience: 2, minDelta: 0.001, monitor: monitor)],
      with: SGD(learningRate: 1.5), epochs: 60)
    let curve =
      monitor == .loss ? run.validationLoss : run.validationAccuracy.map { -$0 }
    var (best, bestEpoch, end) = (Double.infinity, 0, 60)
    for epoch in 1...60 {
      if curve[epoch] < best - 0.001 {
        (best, bestEpoch) = (curve[epoch], epoch)
      } else if epoch - bestEpoch == 2 {
        end = epoch
        break
      }
    }
    #expect(run.epochs == end && end < 60 && curve.count == end + 1)
    #expect(run.bestEpoch == bestEpoch)
    let measured = run.network.measured(on: Self.data().validation!)
    #expect((monitor == .loss ? measured.loss : -measured.accuracy) == curve[bestEpoch])
  }

  @Test func withoutRestoringTheLastNetworkStays() {
    let stopping = EarlyStopping(patience: 2, restoreBest: false)
    let run = Self.run([stopping], with: SGD(learningRate: 1.5), epochs: 60)
    #expect(
      run.network.measured(on: Self.data().validation!).loss == run.validationLoss.last!)
  }

  @Test func aScheduleIsSetBeforeEveryStep() {
    struct Rates: Callback {
      static nonisolated(unsafe) var found: [Double] = []
      mutating func gradientComputed(_ trainer: Trainer) { Self.found.append(trainer.learningRate) }
    }
    _ = Self.run([Schedule.step(every: 2, factor: 0.5, warmUp: 3), Rates()], epochs: 5)
    // 300 examples are ten steps an epoch.
    #expect(Rates.found.count == 50)
    let first: [Double] = [0.3 / 3, 0.3 * 2 / 3, 0.3, 0.3]
    #expect(Array(Rates.found[0..<4]) == first)
    #expect(Rates.found[19] == 0.3 && Rates.found[20] == 0.15 && Rates.found[49] == 0.075)
  }

  @Test func anAverageOfConstantWeightsIsTheirBits() {
    let network = TrainingTests.network(1)
    let trainer = Trainer(network, with: SGD(learningRate: 1))
    for var average in [WeightAverage.ema(decay: 0.99), .swa(from: 1)] {
      for _ in 0..<50 {
        average.stepEnded(trainer)
        average.epochEnded(trainer)
      }
      #expect(average.network(of: trainer)!.values == network.values)
    }
  }

  @Test func stochasticWeightAveragingBeginsAtItsEpoch() {
    struct Networks: Callback {
      static nonisolated(unsafe) var found: [[Float]] = []
      mutating func epochEnded(_ trainer: Trainer, validation: Measures?) {
        Self.found.append(trainer.network.values)
      }
    }
    let run = Self.run([WeightAverage.swa(from: 3), Networks()], epochs: 5)
    for (i, found) in run.averaged!.values.enumerated() {
      let mean = (Networks.found[2][i] + Networks.found[3][i] + Networks.found[4][i]) / 3
      #expect(abs(found - mean) <= 1e-6)
    }
    #expect(Self.run([WeightAverage.swa(from: 9)], epochs: 2).averaged == nil)
  }

  @Test func maxNormHoldsAfterEveryStep() {
    let run = Self.run([MaxNorm(0.5, on: ["2.weight"])])
    let w = run.network.values(of: "2.weight")
    for j in 0..<10 {
      let squares: Float = (0..<16).reduce(0) { $0 + w[$1 * 10 + j] * w[$1 * 10 + j] }
      #expect(squares.squareRoot() <= 0.500001)
    }
    #expect(run.network.values(of: "0.weight") != TrainingTests.network(1).values(of: "0.weight"))
  }

  @Test func aLoopOfOnesOwnHasTheSameParts() {
    let data = Self.data()
    let trainer = Trainer(
      TrainingTests.network(1), with: SGD(learningRate: 0.3, momentum: 0.9),
      callbacks: [Schedule.linear(), GradientClipping.norm(1)], plannedSteps: 60)
    var average = WeightAverage.ema(decay: 0.5, every: .epoch)
    var stopping = EarlyStopping(patience: 3)
    var batch = Batch(of: data.train)
    for epoch in 0..<6 where !trainer.isStopping {
      for first in stride(from: 0, to: 300, by: 30) {
        batch.fill(Array(first..<first + 30)[...], of: data.train)
        trainer.step { network in crossEntropy(network(batch), batch) }
      }
      trainer.endEpoch()
      average.epochEnded(trainer)
      stopping.epochEnded(trainer, validation: trainer.measured(on: data.validation!))
      #expect(trainer.epochs == epoch + 1)
    }
    #expect(abs(trainer.learningRate - 0.3 / 60) <= 1e-12)
    #expect(stopping.best!.measured(on: data.test).accuracy > 0.8)
    #expect(average.network(of: trainer)!.measured(on: data.test).accuracy > 0.8)
  }
}
