extension RandomStream {
  /// A number of the gamma distribution with scale 1: mean and variance are `shape`.
  ///
  /// Marsaglia & Tsang, *A Simple Method for Generating Gamma Variables* (ACM TOMS 2000).
  ///
  /// - Parameter shape: Greater than 0.
  public mutating func gamma(shape: Double) -> Double { exp(logGamma(shape: shape)) }

  /// A number between 0 and 1 of the beta distribution: its mean is a / (a + b). Both parameters are
  /// greater than 0.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    // x / (x + y) of two gamma numbers, by their logarithms: small shapes give numbers below 1e-308.
    let x = logGamma(shape: a)
    let y = logGamma(shape: b)
    return 1 / (1 + exp(y - x))
  }

  /// The logarithm of a gamma number.
  private mutating func logGamma(shape: Double) -> Double {
    require(
      shape > 0 && shape.isFinite, "the shape of a gamma number is greater than 0, not \(shape)")
    // Shapes below 1 come from the shape + 1 (section 6 of the paper).
    if shape < 1 { return logGamma(shape: shape + 1) + log(1 - uniform()) / shape }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(1 - uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return log(d) + log(v) }
    }
  }
}
