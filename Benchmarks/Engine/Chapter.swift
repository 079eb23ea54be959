import Datasets
import Dispatch
import Training

/// Eight learning rates, five seeds and fifty epochs of the 64-64-64-10 network on the digits, as a
/// chapter would train them: what a whole process takes.
enum Chapter {
  static func run() {
    let accuracies = Results(count: 40)
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      let (rate, seed) = (0.005 * Double(index / 5 + 1), index % 5)
      let network = Network(seed: seed) {
        Linear(64, 64)
        ReLU()
        Linear(64, 64)
        ReLU()
        Linear(64, 10)
      }
      let digits = Digits.split(train: 1437, test: 360, seed: seed)
      let run = train(
        network, on: digits, with: SGD(learningRate: rate, momentum: 0.9), epochs: 50,
        measuredEvery: 50, seed: seed)
      accuracies[index] = run.testAccuracy.last!
    }
    print(accuracies.mean)
  }
}

/// One number for each of several threads to write.
private struct Results: @unchecked Sendable {
  private let numbers: UnsafeMutableBufferPointer<Double>

  init(count: Int) {
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: 0)
  }

  subscript(_ index: Int) -> Double {
    get { numbers[index] }
    nonmutating set { numbers[index] = newValue }
  }

  var mean: Double { numbers.reduce(0, +) / Double(numbers.count) }
}
