import Autograd
import Numerics

/// The w of smallest norm among those that minimise ‖y − X w‖²: X⁺y with the pseudo-inverse (Moore
/// 1920, Penrose 1955), the limit of ridge regression for λ → 0 and of gradient descent from zero.
///
/// It is computed from the eigenvalues of XᵀX or XXᵀ, whichever is smaller; those below 1e-13 of the
/// largest count as zero. There is no intercept: centre X and y first.
public func minimumNorm(_ x: Matrix, _ y: Vector) -> Vector {
  require(x.rows == y.count, "\(x.rows) examples need as many targets, not \(y.count)")
  let transposed = x.transposed
  if x.columns <= x.rows {
    return pseudoInverse(transposed * x, times: transposed * y)
  }
  return transposed * pseudoInverse(x * transposed, times: y)
}

/// A⁺b for a symmetric matrix A without negative eigenvalues.
private func pseudoInverse(_ a: Matrix, times b: Vector) -> Vector {
  let (values, q) = a.symmetricEigen()
  let inverse = values.map { $0 > 1e-13 * values[0] ? 1 / $0 : 0 }
  return q * (Vector(inverse) * (q.transposed * b))
}

/// The expected excess error ‖ŵ − w‖² of the minimum-norm solution with many examples n and features
/// p, p/n = γ, for normal inputs of covariance I (Hastie, Montanari, Rosset & Tibshirani 2022,
/// *Surprises in high-dimensional ridgeless least squares interpolation*, theorem 1).
///
/// - Parameters:
///   - ratio: γ = p/n > 0.
///   - signal: r² = ‖w‖² ≥ 0.
///   - noise: σ² ≥ 0, the variance of the noise on y.
/// - Returns: σ²γ/(1 − γ) below γ = 1 and r²(1 − 1/γ) + σ²/(γ − 1) above; infinity at 1 where there
///   is noise.
public func ridgelessRisk(ratio: Double, signal: Double, noise: Double) -> Double {
  require(
    ratio > 0 && signal >= 0 && noise >= 0,
    "a risk needs a ratio above 0 and no negative signal or noise, not \(ratio), \(signal) and \(noise)"
  )
  if ratio < 1 { return noise * ratio / (1 - ratio) }
  if ratio == 1 { return noise > 0 ? .infinity : 0 }
  return signal * (1 - 1 / ratio) + noise / (ratio - 1)
}
