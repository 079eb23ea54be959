import Numerics

/// A function whose mean over a normal distribution is wanted.
public enum AveragedFunction: Int32, Sendable {
  /// max(u, 0)
  case rectify
  /// tanh u
  case tanh
  /// 1 / (1 + exp(−u))
  case sigmoid
}

/// out = the mean of f(u) over u ~ N(mean, variance), element by element.
///
/// The rectifier's is μ Φ(μ/s) + s φ(μ/s), with s² the variance. Those of the others are sums by the
/// trapezoidal rule at 129 points from −8 s to 8 s, whose error is below 1e-8 for s ≤ 4 and below
/// 1e-4 for s ≤ 8; in single precision, rounding adds some 3e-7.
public func gaussianMean(
  of f: AveragedFunction, _ mean: UnsafePointer<Real>, _ variance: UnsafePointer<Real>,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n {
    let (m, s) = (mean[i], variance[i].squareRoot())
    switch f {
    case .rectify:
      let y = s == 0 ? m : m * normalBelow(m / s) + s * normalDensity(m / s)
      // Far below zero the two terms cancel up to rounding.
      out[i] = y < 0 ? 0 : y
    case .tanh: out[i] = trapezoid(m, s) { u, _ in tanh(u) }
    case .sigmoid: out[i] = trapezoid(m, s) { u, _ in sigmoid(u) }
    }
  }
}

/// Adds what `gaussianMean` owes to mean and variance. Where the variance is 0, it gets nothing.
public func addGaussianMeanGradient(
  of f: AveragedFunction, _ gradient: UnsafePointer<Real>, _ mean: UnsafePointer<Real>,
  _ variance: UnsafePointer<Real>, intoMean dm: UnsafeMutablePointer<Real>?,
  intoVariance dv: UnsafeMutablePointer<Real>?, _ n: Int
) {
  for i in 0..<n {
    let (m, s) = (mean[i], variance[i].squareRoot())
    // The derivatives with respect to the mean, and with respect to s.
    let toMean: Real
    let toDeviation: Real
    switch f {
    case .rectify:
      toMean = s == 0 ? (m > 0 ? 1 : 0) : normalBelow(m / s)
      toDeviation = s == 0 ? 0 : normalDensity(m / s)
    case .tanh:
      toMean = trapezoid(m, s) { u, _ in tanhSlope(u) }
      toDeviation = trapezoid(m, s) { u, z in tanhSlope(u) * z }
    case .sigmoid:
      toMean = trapezoid(m, s) { u, _ in sigmoidSlope(u) }
      toDeviation = trapezoid(m, s) { u, z in sigmoidSlope(u) * z }
    }
    if let dm { dm[i] += gradient[i] * toMean }
    if let dv, s > 0 { dv[i] += gradient[i] * (toDeviation / (2 * s)) }
  }
}

/// Φ(x), the normal distribution function.
private func normalBelow(_ x: Real) -> Real { 0.5 * (1 + erf(x * 0.7071067811865476)) }

/// φ(x), the normal density.
private func normalDensity(_ x: Real) -> Real { 0.3989422804014327 * exp(-0.5 * x * x) }

private func tanhSlope(_ u: Real) -> Real {
  let y = tanh(u)
  return 1 - y * y
}

private func sigmoidSlope(_ u: Real) -> Real {
  let y = sigmoid(u)
  return y * (1 - y)
}

/// Σ wₖ f(mean + deviation · zₖ, zₖ) for zₖ = −8, −7.875, … 8; f(mean, 0) itself where the deviation is 0.
@inline(__always)
private func trapezoid(_ mean: Real, _ deviation: Real, _ f: (Real, Real) -> Real) -> Real {
  if deviation == 0 { return f(mean, 0) }
  var total: Real = 0
  for k in 0..<129 {
    let z = Real(k - 64) / 8
    total += trapezoidWeights[k] * f(mean + deviation * z, z)
  }
  return total
}

/// exp(−zₖ²/2), divided by their sum.
private let trapezoidWeights: InlineArray<129, Real> = {
  func density(_ k: Int) -> Double { exp(-Double((k - 64) * (k - 64)) / 128) }
  let total = (0..<129).reduce(0) { $0 + density($1) }
  return InlineArray { Real(density($0) / total) }
}()
