extension Samples {
  /// The standard deviation over the seeds, divided by their number − 1. It needs two values.
  public var standardDeviation: Double {
    require(values.count >= 2, "a standard deviation needs at least two values")
    let mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// The standard error of the mean.
  public var standardError: Double { standardDeviation / Double(values.count).squareRoot() }

  /// Student's t interval of the mean (`scipy.stats.t.interval`): assumes normal values. Of a
  /// difference of two samples it is the paired interval.
  ///
  /// - Parameter confidence: Between 0 and 1, exclusive; 0.95 by default.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    require(
      confidence > 0 && confidence < 1, "a confidence is between 0 and 1, not \(confidence)")
    let reach =
      standardError
      * StudentT.quantile(confidence: confidence, degreesOfFreedom: values.count - 1)
    return mean - reach...mean + reach
  }

  /// The p-value of the two-sided paired t test (`scipy.stats.ttest_rel`): how likely a mean
  /// difference as large is where the true one is 0. 0 where all differences are the same but 0, 1
  /// where all are 0.
  ///
  /// - Parameter other: A value for each of these.
  public func pairedPValue(_ other: Samples) -> Double {
    let difference = self - other
    let error = difference.standardError
    if error == 0 { return difference.mean == 0 ? 1 : 0 }
    return 1
      - StudentT.probability(
        within: abs(difference.mean / error), degreesOfFreedom: difference.values.count - 1)
  }
}
