import Autograd
import Datasets
import Numerics

/// What a training run leaves: the network and how well it did after each epoch.
public struct Run: Sendable {
  /// The trained network.
  public let network: Network
  /// How many epochs of training came before each measurement: 0, 1, 2, … by default.
  public let epoch: [Double]
  /// The measures on the training examples, labels as given.
  public let train: [Measures]
  /// The measures on the test examples.
  public let test: [Measures]

  /// The cross-entropy on the training examples at each measurement.
  public var trainLoss: [Double] { train.map(\.loss) }
  /// The accuracy on the training examples at each measurement.
  public var trainAccuracy: [Double] { train.map(\.accuracy) }
  /// The cross-entropy on the test examples at each measurement.
  public var testLoss: [Double] { test.map(\.loss) }
  /// The accuracy on the test examples at each measurement.
  public var testAccuracy: [Double] { test.map(\.accuracy) }
  /// The Euclidean norm of all weights at the end.
  public var weightNorm: Double {
    network.weights.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
  /// The part of the weights that is exactly zero at the end.
  public var sparsity: Double {
    Double(network.weights.count { $0 == 0 }) / Double(network.weights.count)
  }
}

/// Trains a classifier with the cross-entropy loss on mini-batches in a new random order each epoch.
///
/// - Parameters:
///   - network: The network to begin with; it is not changed.
///   - data: The examples to learn from, and those to judge by.
///   - optimizer: What moves the parameters.
///   - penalty: What is added to the loss; nothing by default.
///   - epochs: How often every training example is seen.
///   - measuredEvery: After how many epochs loss and accuracy are measured, 1 by default; always
///     before the first epoch and after the last.
///   - batchSize: How many examples a step sees, 32 by default; the last batch may be smaller.
///   - seed: Decides the order of the examples.
public func train(
  _ network: Network, on data: Split, with optimizer: SGD, penalty: Penalty = .none, epochs: Int,
  measuredEvery: Int = 1, batchSize: Int = 32, seed: Int
) -> Run {
  require(
    epochs >= 1 && measuredEvery >= 1 && batchSize >= 1,
    "training needs at least one epoch, one between measurements, and one example a batch")
  require(data.train.count >= 1, "there is no example to learn from")
  let trainer = Trainer(network, with: optimizer, penalty: penalty)
  var measured = [0.0]
  var train = [trainer.measured(on: data.train)]
  var test = [trainer.measured(on: data.test)]
  for epoch in 0..<epochs {
    var random = RandomStream(seed: seed, "batches", step: epoch)
    let order = random.permutation(data.train.count)
    let labels = order.map { data.train.labels[$0] }
    for first in stride(from: 0, to: order.count, by: batchSize) {
      let batch = first..<min(first + batchSize, order.count)
      trainer.step { network in
        let x = network.tape.constant(
          rows: order[batch], of: data.train.inputs, columns: data.train.features)
        return crossEntropy(network(x), labels[batch])
      }
    }
    guard (epoch + 1) % measuredEvery == 0 || epoch + 1 == epochs else { continue }
    measured.append(Double(epoch + 1))
    train.append(trainer.measured(on: data.train))
    test.append(trainer.measured(on: data.test))
  }
  return Run(network: trainer.network, epoch: measured, train: train, test: test)
}
