import Lab
import Testing

/// What a tape, a trainer and the sets of numbers refuse.
@Suite struct TapeRefusalTests {
  static let cases = [
    Refusal("two tensors of different tapes cannot meet") {
      let (a, b) = (Tape(), Tape())
      _ = a.variable([1], Shape(1)) + b.variable([2], Shape(1))
    },
    Refusal("two tensors of different tapes cannot meet") {
      let (a, b) = (Tape(), Tape())
      _ = embedding(
        a.constant([0, 1], Shape(1, 2)), a.constant([1, 2], Shape(2, 1)),
        mask: b.constant([1, 1], Shape(2)))
    },
    Refusal("backward was called in this step already") {
      let x = Tape().variable([3], Shape(1))
      let h = x * x
      h.sum().backward()
      (2 * h).sum().backward()
    },
    Refusal("a tensor's extents are at least 0") { _ = Shape(-2, -3) },
    Refusal("linear takes [..., inputs] and a weight [inputs, outputs], and got [4, 0]") {
      let tape = Tape()
      _ = linear(tape.constant([], Shape(4, 0)), tape.constant([], Shape(0, 3)), nil)
    },
    Refusal("meanSquaredError needs at least one number") {
      let tape = Tape()
      _ = meanSquaredError(tape.constant([], Shape(0)), tape.constant([], Shape(0)))
    },
    Refusal("the first is inf in the scale outside the network, shape []") {
      // The judge has more layers than the one that trains.
      let judge = Trainer(
        Network(seed: 1) {
          ReLU()
          ReLU()
          Linear(1, 1)
        }, with: SGD(learningRate: 1))
      Trainer(Network(seed: 1) { Linear(1, 1) }, with: SGD(learningRate: 1)).step { network in
        .infinity * judge(network(network.tape.constant([1], Shape(1, 1)))).sum()
      }
    },
    Refusal("a proximal penalty does not settle with the centered RMSProp") {
      _ = train(
        TrainingTests.network(1), on: Digits.split(train: 32, seed: 1),
        with: RMSProp(centered: true), penalty: .l1(0.1, proximal: true), epochs: 1, seed: 1)
    },
    Refusal("this average is of a network of 2 numbers, and got one of 6") {
      var average = WeightAverage.swa(from: 1)
      average.epochEnded(
        Trainer(Network(seed: 1) { Linear(1, 1) }, with: SGD(learningRate: 1)))
      average.epochEnded(
        Trainer(Network(seed: 1) { Linear(2, 2) }, with: SGD(learningRate: 1)))
    },
    Refusal("a batch of 64 features and 10 classes cannot hold examples of 1 and 2") {
      var batch = Batch(of: Digits.all)
      batch.fill([0], of: LabeledExamples(features: 1, classes: 2, inputs: [1], labels: [0]))
    },
    Refusal("first values are spread by a finite number of at least 0, not -1.0") {
      _ = Network(seed: 1) { Linear(1, 1, initializer: .uniform(bound: -1)) }
    },
    Refusal("a trainer's step was begun inside another step of the same trainer") {
      let trainer = small()
      trainer.step { outer in
        trainer.step { inner in inner(inner.tape.constant([1], Shape(1, 1))).sum() }
        return outer(outer.tape.constant([1], Shape(1, 1))).sum()
      }
    },
    Refusal("the loss does not depend on the network's parameters") {
      small().step { $0.tape.constant([1], Shape()) }
    },
    Refusal("a loss is one number, and this one's shape is [2, 1]") {
      small().step { $0($0.tape.constant([1, 2], Shape(2, 1))) }
    },
    Refusal("the network has 16 outputs an example, and the data 10 classes") {
      _ = train(
        Network(seed: 1) { Linear(64, 16) }, on: Digits.split(train: 32, seed: 1),
        with: SGD(learningRate: 0.1), epochs: 1, seed: 1)
    },
    Refusal("a number of the data is nan, shape [1, 1]") {
      small().step { $0($0.tape.constant([.nan], Shape(1, 1))).sum() }
    },
    Refusal("the first is -inf in the linear of layer 0 (Linear), shape [1, 2]") {
      let network = Network(seed: 1) {
        Linear(1, 2)
        ReLU()
      }
      let trainer = Trainer(
        network.setting("0.weight", to: [-3e38, 3e38]), with: SGD(learningRate: 0.1))
      trainer.step { $0($0.tape.constant([3e38], Shape(1, 1))).sum() }
    },
    Refusal("is not finite after step 1: training diverged") {
      var data = Digits.split(train: 32, seed: 1)
      data.train.inputs = data.train.inputs.map { 1e30 * $0 }
      _ = train(
        Network(seed: 1) { Linear(64, 10) }, on: data, with: SGD(learningRate: 1e30),
        epochs: 1, seed: 1)
    },
    Refusal("a warm-up of 100 steps leaves none of the 1 planned ones") {
      _ = train(
        TrainingTests.network(1), on: Digits.split(train: 32, seed: 1),
        with: SGD(learningRate: 0.1), callbacks: [Schedule.cosine(warmUp: 100)], epochs: 1, seed: 1)
    },
    Refusal("there is no example to judge by") {
      var data = Digits.split(train: 32, seed: 1)
      data.test = data.test.examples([])
      _ = train(
        TrainingTests.network(1), on: data, with: SGD(learningRate: 0.1), epochs: 1, seed: 1)
    },
    Refusal("a trainer's network keeps its parameters: it has 0.weight [1, 1]") {
      small().network = Network(seed: 1) { Linear(2, 2) }
    },
    Refusal("the inputs and the targets are finite numbers") {
      _ = lasso(Matrix(rows: 1, columns: 1, [1]), [.nan], 0.1)
    },
  ]

  @Test(arguments: cases.indices)
  func refuses(_ index: Int) async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      Self.cases[index].call()
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains(Self.cases[index].sentence), "\(said.prefix(400))")
  }

  private static func small() -> Trainer {
    Trainer(Network(seed: 1) { Linear(1, 1) }, with: SGD(learningRate: 0.1))
  }

  @Test func measuringInsideAStepChangesNothing() {
    func trained(measuring: Bool) -> [Float] {
      let data = Digits.split(train: 32, test: 32, seed: 1)
      let trainer = Trainer(TrainingTests.network(1), with: SGD(learningRate: 0.1))
      for batch in data.train.batches(of: 16, seed: 1, epoch: 0) {
        trainer.step { network in
          if measuring { _ = trainer.measured(on: data.test) }
          return crossEntropy(network(batch), batch)
        }
      }
      return trainer.network.values
    }
    #expect(trained(measuring: true) == trained(measuring: false))
  }

  @Test func aFrozenNetworkOutlivesItsTrainer() {
    let digits = Digits.all.examples(0..<8)
    func gradient(_ judged: (Tensor) -> Tensor) -> [Float] {
      let student = Trainer(Network(seed: 2) { Linear(64, 64) }, with: SGD(learningRate: 0.1))
      student.step { network in
        crossEntropy(
          judged(network(network.tape.constant(digits.inputs, Shape(8, 64)))), digits.labels)
      }
      return student.gradient(of: "0.weight")
    }
    let kept = Trainer(TrainingTests.network(1), with: SGD(learningRate: 0.1))
    let alive = gradient { kept($0) }
    let freed = gradient { x in
      let y = Trainer(TrainingTests.network(1), with: SGD(learningRate: 0.1))(x)
      // Memory that the next allocation of this size would take.
      let other = Trainer(TrainingTests.network(3), with: SGD(learningRate: 0.1))
      withExtendedLifetime(other) {}
      return y
    }
    #expect(alive == freed)
  }

  @Test func aFinishedWarmUpStaysFinished() {
    let network = Network(seed: 1) {
      Unflatten(4, 4, 1)
      DropBlock2d(p: 0.5, blockSize: 1, warmUp: 10)
      BatchNorm(1)
    }
    let ones = LabeledExamples(
      features: 16, classes: 1, inputs: [Float](repeating: 1, count: 1600),
      labels: [Int32](repeating: 0, count: 100))
    let updated = network.updatingStatistics(on: ones, seed: 1)
    // Half are 0 and half are 2: with p near 0 the variance would be near 0 too.
    #expect(updated.values(of: "2.runningVariance")[0] > 0.8)
  }
}
