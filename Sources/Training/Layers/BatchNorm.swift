import Autograd
import Kernels
import Numerics

/// Batch normalisation (Ioffe & Szegedy 2015): features are shifted and scaled to mean 0 and variance 1
/// over the batch, then multiplied by `weight` and shifted by `bias`, both learned.
///
/// It works on the last dimension: on `[batch, features]` it is PyTorch's `BatchNorm1d`, on `[batch,
/// height, width, features]` its `BatchNorm2d`. In training the batch's own mean and variance are
/// used, and `runningMean` and `runningVariance` follow them; elsewhere those are used. Keras's
/// defaults are eps 1e-3 and momentum 0.99, in the opposite sense: the weight of the old statistics.
///
/// A single value per feature has no variance, and training on it is refused, as in PyTorch: choose a
/// batch size that leaves no last batch of one example. (The formula alone gives `bias` there; the
/// operation `batchNorm` computes it.)
public struct BatchNorm: Layer {
  /// How many features are normalised, the last extent of the input.
  public let features: Int
  /// Added to the variance.
  public let eps: Double
  /// The weight of a new batch in the running statistics.
  public let momentum: Double
  private var weight: Parameter?
  private var bias: Parameter?
  private var runningMean: Statistic?
  private var runningVariance: Statistic?
  private var batches: Statistic?

  /// A batch normalisation.
  ///
  /// - Parameters:
  ///   - features: How many features are normalised, at least 1.
  ///   - eps: Added to the variance, 1e-5 by default.
  ///   - momentum: The weight of a new batch in the running statistics, above 0 to 1; 0.1 by default.
  public init(_ features: Int, eps: Double = 1e-5, momentum: Double = 0.1) {
    require(features >= 1, "BatchNorm(\(features)) has nothing to normalise")
    require(eps >= 0, "BatchNorm's eps is at least 0, not \(eps)")
    require(
      momentum > 0 && momentum <= 1, "BatchNorm's momentum is above 0 to 1, not \(momentum)")
    self.features = features
    self.eps = eps
    self.momentum = momentum
  }

  /// Declares `weight` (1) and `bias` (0), which penalties leave alone, and the statistics
  /// `runningMean` (0), `runningVariance` (1) and `batches`, how many they have seen.
  public mutating func declare(in list: inout ParameterList) {
    weight = list.declare("weight", Shape(features), .bias, .ones)
    bias = list.declare("bias", Shape(features), .bias, .zeros)
    runningMean = list.declareStatistic("runningMean", Shape(features), initial: 0)
    runningVariance = list.declareStatistic("runningVariance", Shape(features), initial: 1)
    batches = list.declareStatistic("batches", Shape(1), initial: 0)
  }

  /// The normalised input, in the input's shape.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank >= 2 && x.shape.columns == features,
      "BatchNorm(\(features)) takes [..., \(features)], and got \(x.shape)")
    guard pass.training else {
      return batchNorm(
        x, pass[weight], pass[bias], eps: eps, mean: pass[runningMean],
        variance: pass[runningVariance])
    }
    require(
      x.shape.rows >= 2,
      "BatchNorm(\(features)) needs more than 1 value per feature in training, and got \(x.shape); choose a batch size that leaves no batch of one example"
    )
    pass[batches][0] += 1
    return batchNorm(
      x, pass[weight], pass[bias], eps: eps,
      running: (pass[runningMean], pass[runningVariance]),
      momentum: pass.averagesStatistics ? 1 / Double(pass[batches][0]) : momentum)
  }
}
