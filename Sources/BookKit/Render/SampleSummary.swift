import Numerics

/// What one or several samples say of a number.
struct SampleSummary {
  let count: Int
  let mean: Double
  let low: Double
  let high: Double
  /// The standard deviation with n − 1, zero for a single sample.
  let deviation: Double

  init(_ samples: [Double]) {
    count = samples.count
    let mean = samples.reduce(0, +) / Double(samples.count)
    self.mean = mean
    // `min()` passes over a nan that is not first; a range with one in it is not a number.
    let broken = samples.contains(where: \.isNaN)
    low = broken ? .nan : samples.min() ?? .nan
    high = broken ? .nan : samples.max() ?? .nan
    let squares = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = samples.count < 2 ? 0 : (squares / Double(samples.count - 1)).squareRoot()
  }

  /// Half the width of the 95 % Student t interval of the mean; zero for a single sample.
  var confidenceHalfWidth: Double {
    guard count > 1 else { return 0 }
    return deviation / Double(count).squareRoot()
      * StudentT.quantile(confidence: 0.95, degreesOfFreedom: count - 1)
  }
}
