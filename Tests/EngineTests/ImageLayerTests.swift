import Lab
import Testing

@testable import Autograd
@testable import Training

/// Layers for images in a network: names, first values, training.
@Suite struct ImageLayerTests {
  static func network(_ seed: Int) -> Network {
    Network(seed: seed) {
      Unflatten(8, 8, 1)
      Conv2d(1, 8, kernel: 3, padding: 1, bias: false)
      BatchNorm(8)
      ReLU()
      for depth in StochasticDepth.linear(blocks: 2, last: 0.3) {
        Residual(depth: depth, activation: ReLU()) {
          Conv2d(8, 8, kernel: 3, padding: 1, bias: false)
          BatchNorm(8)
        }
      }
      MaxPool2d(2)
      SpatialDropout(p: 0.1)
      DropBlock2d(p: 0.1, blockSize: 2)
      Sequential {
        Flatten()
        Linear(128, 10)
      }
    }
  }

  @Test func namesOfWhatIsInside() {
    let network = Self.network(1)
    #expect(
      network.parameters.map(\.name) == [
        "1.weight", "2.weight", "2.bias", "4.0.weight", "4.1.weight", "4.1.bias", "5.0.weight",
        "5.1.weight", "5.1.bias", "9.1.weight", "9.1.bias",
      ])
    #expect(
      network.statistics.map(\.name).prefix(4) == [
        "2.runningMean", "2.runningVariance", "2.batches", "4.1.runningMean",
      ])
    #expect(network.weights.count == 72 + 2 * 576 + 1280, "a normalisation has no weights to decay")
    let projected = Network(seed: 1) {
      Residual {
        Linear(2, 3)
      } shortcut: {
        Linear(2, 3)
      }
    }
    #expect(
      projected.parameters.map(\.name) == [
        "0.0.weight", "0.0.bias", "0.shortcut.0.weight", "0.shortcut.0.bias",
      ])
  }

  /// PyTorch's first values: uniform within ±1/√fan-in.
  @Test func firstValues() {
    let network = Network(seed: 1) {
      Conv2d(4, 32, kernel: 3)
      Conv1d(9, 128, kernel: 4)
    }
    for name in ["0.weight", "0.bias", "1.weight", "1.bias"] {
      let values = network.values(of: name).map { Double($0) }
      #expect(values.allSatisfy { abs($0) <= 1.0 / 6 }, "\(name)")
      let variance = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
      // A uniform number has variance bound² / 3, its square a standard deviation of 0.894 of that.
      #expect(abs(variance * 108 - 1) < 5 * 0.9 / Double(values.count).squareRoot(), "\(name)")
    }
  }

  @Test func anImageNetworkLearnsTheDigits() {
    let data = Digits.split(train: 600, seed: 1)
    func run() -> Run {
      train(
        Self.network(1), on: data, with: SGD(learningRate: 0.1), epochs: 10, measuredEvery: 10,
        seed: 1)
    }
    let (first, second) = (run(), run())
    #expect(first.testAccuracy.last! > 0.9, "\(first.testAccuracy)")
    #expect(first.network.values == second.network.values)
    #expect(first.network.statisticValues == second.network.statisticValues)
  }

  /// A block that was dropped for a batch averages over the batches that it saw.
  @Test func statisticsOfBlocksThatAreDropped() {
    let network = Network(seed: 1) {
      Residual(depth: StochasticDepth(p: 0.7)) { BatchNorm(1) }
    }
    let x = (0..<40).map { Float($0 % 2 == 0 ? 1 : 3) }
    let examples = LabeledExamples(
      features: 1, classes: 1, inputs: x, labels: [Int32](repeating: 0, count: 40))
    let found = network.updatingStatistics(on: examples, batchSize: 2, seed: 1).statisticValues
    #expect(found[0] == 2 && found[1] == 2)
    #expect(found[2] > 0 && found[2] < 20)
  }

  @Test func notANumberIsTheLargest() {
    let tape = Tape()
    defer { tape.release() }
    let x = tape.variable([1, .nan, 3, 2, .nan, 5, 7, 7], Shape(2, 2, 2, 1))
    let y = maxPool2d(x, 2)
    y.sum().backward()
    #expect(y.values.allSatisfy { $0.isNaN })
    #expect(x.gradientValues == [0, 1, 0, 0, 1, 0, 0, 0])
  }

  /// Pixels that no window holds have no part in the result and no gradient.
  @Test func whatNoWindowHolds() {
    let tape = Tape()
    defer { tape.release() }
    let x = tape.variable([1, 2, 3, 4, 5], Shape(1, 5, 1))
    let y = avgPool1d(x, 2)
    y.sum().backward()
    #expect(y.values == [1.5, 3.5])
    #expect(x.gradientValues == [0.5, 0.5, 0.5, 0.5, 0])
  }
}
