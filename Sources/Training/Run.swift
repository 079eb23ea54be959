import Autograd
import Datasets

/// What a training run leaves: the network and how well it did after each epoch.
public struct Run: Sendable {
  /// The trained network. After early stopping it is that of `bestEpoch`, while the curves go on to the
  /// last epoch: judge it by `network.measured(on: data.test)`.
  public var network: Network
  /// How many epochs of training came before each measurement: 0, 1, 2, … by default.
  public let epoch: [Double]
  /// The measures on the training examples, labels as given.
  public let train: [Measures]
  /// The measures on the test examples.
  public let test: [Measures]
  /// The measures on the validation examples; empty where the data have none.
  public let validation: [Measures]
  /// How many epochs were done.
  public let epochs: Int
  /// The epoch whose network early stopping judged best; nil without early stopping.
  public var bestEpoch: Int?
  /// The network with averaged weights; nil without a weight average, or where
  /// training ended before it began.
  public var averaged: Network?

  /// The cross-entropy on the training examples at each measurement.
  public var trainLoss: [Double] { train.map(\.loss) }
  /// The accuracy on the training examples at each measurement.
  public var trainAccuracy: [Double] { train.map(\.accuracy) }
  /// The cross-entropy on the test examples at each measurement.
  public var testLoss: [Double] { test.map(\.loss) }
  /// The accuracy on the test examples at each measurement.
  public var testAccuracy: [Double] { test.map(\.accuracy) }
  /// The cross-entropy on the validation examples at each measurement.
  public var validationLoss: [Double] { validation.map(\.loss) }
  /// The accuracy on the validation examples at each measurement.
  public var validationAccuracy: [Double] { validation.map(\.accuracy) }
  /// The Euclidean norm of all weights at the end.
  public var weightNorm: Double {
    network.weights.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
  /// The part of the weights that is exactly zero at the end.
  public var sparsity: Double { network.sparsity() }
}
