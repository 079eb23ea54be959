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
