import CAllocations
import Lab
import Testing

/// After the first steps a training step asks the heap for nothing.
@Suite struct AllocationTests {
  private static let optimizers: [any Optimizer] = [
    SGD(learningRate: 0.01, momentum: 0.9), Adam(), AdamW(),
  ]

  @Test(arguments: 0..<optimizers.count)
  func aStepAllocatesNothing(_ index: Int) {
    let network = Network(seed: 1) {
      Linear(64, 64)
      BatchNorm(64)
      ReLU()
      Dropout(p: 0.5)
      Linear(64, 10)
    }
    let allocations = Self.allocations(
      network, Self.optimizers[index], features: 64, steps: 100)
    #expect(allocations == 0)
  }

  @Test func neitherDoImagesAndSequences() {
    let images = Network(seed: 1) {
      Unflatten(8, 8, 1)
      Conv2d(1, 4, kernel: 3, padding: 1)
      ReLU()
      MaxPool2d(2)
      Flatten()
      Linear(64, 10)
    }
    let sequences = Network(seed: 1) {
      Steps(features: 8)
      LSTM(8, 8)
      TransformerBlock(8, heads: 2)
      LastStep()
      Linear(8, 10)
    }
    for network in [images, sequences] {
      #expect(Self.allocations(network, Adam(), features: 64, steps: 20) == 0)
    }
  }

  /// The counter counts.
  @Test func arraysAreCounted() {
    let before = allocations_of_thread()
    let array = [Float](repeating: 1, count: 1000)
    #expect(array.count == 1000 && allocations_of_thread() > before)
  }

  private static func allocations(
    _ network: Network, _ optimizer: any Optimizer, features: Int, steps: Int
  ) -> Int {
    let examples = LabeledExamples(
      features: features, classes: 10, inputs: KernelTests.numbers(32 * features, 1),
      labels: (0..<32).map { Int32($0 % 10) })
    var batch = Batch(of: examples)
    batch.fill(Array(0..<32)[...], of: examples)
    let trainer = Trainer(network, with: optimizer)
    func step() { trainer.step { network in crossEntropy(network(batch), batch) } }
    for _ in 0..<3 { step() }
    let before = allocations_of_thread()
    for _ in 0..<steps { step() }
    return allocations_of_thread() - before
  }
}
