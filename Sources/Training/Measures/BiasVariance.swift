import Autograd
import Numerics

/// What the squared error of a learner is made of (Geman, Bienenstock & Doursat 1992):
/// `meanSquaredError` = `squaredBias` + `variance`, up to rounding.
public struct BiasVariance: Sendable, Hashable {
  /// The squared difference of the mean prediction and the truth, averaged over the points.
  public let squaredBias: Double
  /// The variance of the predictions over the fits (divided by their number), averaged over the points.
  public let variance: Double
  /// The variance of the noise on a new target, which no learner can avoid.
  public let noise: Double
  /// The squared error of all predictions beside the truth, on average.
  public let meanSquaredError: Double

  /// The squared error beside new noisy targets, on average: squared bias + variance + noise.
  public var expectedError: Double { squaredBias + variance + noise }
}

/// Squared bias and variance of predictions that were learned from different data sets.
///
/// - Parameters:
///   - predictions: One fit a row, one point a column.
///   - truth: The noise-free target of each point.
///   - noise: The variance of the noise on a target, at least 0; 0 by default.
public func biasVariance(
  predictions: Matrix, truth: Vector, noise: Double = 0
) -> BiasVariance {
  let (fits, points) = (predictions.rows, predictions.columns)
  require(
    fits >= 1 && points >= 1 && truth.count == points,
    "biasVariance takes a row of predictions a fit and as many targets as columns, and got \(fits) × \(points) and \(truth.count)"
  )
  require(noise >= 0, "a variance is at least 0, not \(noise)")
  var squaredBias = 0.0
  var variance = 0.0
  var error = 0.0
  for j in 0..<points {
    let column = predictions.column(j)
    let mean = column.mean
    squaredBias += (mean - truth[j]) * (mean - truth[j])
    for prediction in column {
      variance += (prediction - mean) * (prediction - mean)
      error += (prediction - truth[j]) * (prediction - truth[j])
    }
  }
  let (n, all) = (Double(points), Double(points * fits))
  return BiasVariance(
    squaredBias: squaredBias / n, variance: variance / all, noise: noise,
    meanSquaredError: error / all)
}
