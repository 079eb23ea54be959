import Lab

@testable import Autograd
@testable import Training

/// A small computation whose results' bits are the same on every machine, at every optimisation level
/// and on any thread. `References/bits.txt` has their fingerprints.
struct BitsCase: Sendable {
  let name: String
  let numbers: @Sendable () -> [Float]

  /// The first 16 digits of the SHA-256 of the numbers' bits.
  var fingerprint: String {
    var fingerprint = Fingerprint()
    for number in numbers() {
      // A not-a-number's sign and payload are not part of the promise.
      let bits = number.isNaN ? 0x7FC0_0000 : number.bitPattern
      fingerprint.update((0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) })
    }
    return String(fingerprint.hexadecimal.prefix(16))
  }

  init(_ name: String, _ numbers: @escaping @Sendable () -> [Float]) {
    self.name = name
    self.numbers = numbers
  }
}

extension BitsCase {
  /// Normal numbers of a name.
  static func normal(_ count: Int, _ name: String) -> [Float] {
    var random = RandomStream(seed: 1, name)
    return (0..<count).map { _ in Float(random.normal()) }
  }

  /// 40 images of 4 × 4 pixels in three classes, and 12 to judge by.
  static let examples: Split = {
    func made(_ count: Int, _ name: String) -> LabeledExamples {
      let labels = (0..<count).map { Int32($0 % 3) }
      var inputs = normal(16 * count, name)
      for i in inputs.indices where i % 16 / 6 == Int(labels[i / 16]) { inputs[i] += 1.5 }
      return LabeledExamples(
        features: 16, classes: 3, inputs: inputs, labels: labels,
        image: ImageSize(4, 4))
    }
    return Split(
      train: made(40, "train"), validation: made(8, "validation"), test: made(12, "test"))
  }()

  /// A function of tensors of standard normal numbers: its result, and the gradients of the weighted
  /// sum of its elements with respect to the tensors.
  static func operation(
    _ name: String, _ shapes: Shape..., compute: @escaping @Sendable ([Tensor]) -> Tensor
  ) -> BitsCase {
    BitsCase("operation " + name) {
      let tape = Tape()
      defer { tape.release() }
      let inputs = shapes.enumerated().map { i, shape in
        tape.variable(normal(shape.count, "input \(i)"), shape)
      }
      let y = compute(inputs)
      (y * tape.constant(normal(y.shape.count, "direction"), y.shape)).sum().backward()
      return y.values + inputs.flatMap(\.gradientValues)
    }
  }

  /// A network's output for random inputs of a shape, its gradients, and its statistics afterwards.
  static func layer(
    _ name: String, _ shape: Shape, tokens: [Float]? = nil,
    @LayerBuilder _ layers: @escaping @Sendable () -> [any Layer]
  ) -> BitsCase {
    BitsCase("layer " + name) {
      let network = Network(seed: 1, layers: layers)
      let live = LiveNetwork(network)
      let gradients = ParameterGradients(of: network)
      let tape = Tape()
      defer { tape.release() }
      let input = tokens ?? normal(shape.count, "input")
      let x = tokens == nil ? tape.variable(input, shape) : tape.constant(input, shape)
      let y = live.pass(on: tape, .training, gradients: gradients, seed: 1, step: 1)(x)
      (y * tape.constant(normal(y.shape.count, "direction"), y.shape)).sum().backward()
      return y.values + x.gradientValues + gradients.numbers.values + live.statistics.values
    }
  }

  /// What a run of two epochs leaves: the parameters, the statistics and the measures.
  static func training(
    _ name: String, with optimizer: any Optimizer = SGD(learningRate: 0.1),
    loss: Loss = .crossEntropy, penalty: Penalty = .none, augmentation: [any Augmentation] = [],
    callbacks: [any Callback] = [],
    @LayerBuilder _ layers: @escaping @Sendable () -> [any Layer] = { small() }
  ) -> BitsCase {
    BitsCase("training " + name) {
      let run = train(
        Network(seed: 1, layers: layers), on: examples, with: optimizer, loss: loss,
        penalty: penalty, augmentation: augmentation, callbacks: callbacks, epochs: 2,
        batchSize: 8, seed: 1)
      let averaged = run.averaged.map { $0.values + $0.statisticValues } ?? []
      let measures = (run.train + run.test).flatMap { [Float($0.loss), Float($0.accuracy)] }
      return run.network.values + run.network.statisticValues + averaged + measures
    }
  }

  /// The inputs and targets of a batch after an augmentation.
  static func augmentation(_ name: String, _ change: any Augmentation) -> BitsCase {
    BitsCase("augmentation " + name) {
      var batch = Batch(of: examples.train)
      batch.fill([0, 1, 2, 3, 4, 5][...], of: examples.train)
      var random = RandomStream(seed: 1, "augmentation")
      change.apply(to: &batch, &random)
      return batch.inputs + batch.targets
    }
  }

  /// Two dense layers for the examples.
  @LayerBuilder static func small() -> [any Layer] {
    Linear(16, 7)
    ReLU()
    Linear(7, 3)
  }
}
