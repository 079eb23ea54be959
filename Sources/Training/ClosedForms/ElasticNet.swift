import Autograd
import Numerics

/// The w that minimises ‖y − X w‖²/(2n) + λ₁‖w‖₁ + (λ₂/2)‖w‖² by coordinate descent (Friedman, Hastie
/// & Tibshirani 2010, *Regularization Paths for Generalized Linear Models*).
///
/// scikit-learn's `ElasticNet(alpha, l1_ratio)` has λ₁ = alpha · l1_ratio and
/// λ₂ = alpha · (1 − l1_ratio). There is no intercept: centre X and y first.
///
/// - Parameters:
///   - x: The inputs, one example a row.
///   - y: The targets.
///   - l1: λ₁ ≥ 0.
///   - l2: λ₂ ≥ 0.
///   - start: Where to begin; zero by default. With λ₂ = 0 and dependent columns the minimum is not
///     unique, and the start decides which one is found.
///   - tolerance: Stops once a whole sweep moves no weight by more than this times the largest.
public func elasticNet(
  _ x: Matrix, _ y: Vector, l1: Double, l2: Double, start: Vector? = nil, tolerance: Double = 1e-10
) -> Vector {
  require(x.rows == y.count, "\(x.rows) examples need as many targets, not \(y.count)")
  require(l1 >= 0 && l2 >= 0, "penalties are at least 0, not \(l1) and \(l2)")
  require(
    x.elements.allSatisfy(\.isFinite) && y.elements.allSatisfy(\.isFinite),
    "the inputs and the targets are finite numbers")
  let n = Double(x.rows)
  let columns = (0..<x.columns).map { x.column($0).elements }
  let squares = columns.map { $0.reduce(0) { $0 + $1 * $1 } / n }
  var w = (start ?? Vector(count: x.columns)).elements
  require(w.count == x.columns, "the start needs \(x.columns) weights, not \(w.count)")
  var residual = (y - x * Vector(w)).elements
  for _ in 0..<100_000 {
    var moved = 0.0
    var largest = 0.0
    for j in w.indices where squares[j] > 0 {
      var gradient = 0.0
      for i in residual.indices { gradient += columns[j][i] * residual[i] }
      let target = softThreshold(gradient / n + squares[j] * w[j], l1) / (squares[j] + l2)
      let change = target - w[j]
      if change != 0 {
        for i in residual.indices { residual[i] -= change * columns[j][i] }
        w[j] = target
      }
      moved = max(moved, abs(change))
      largest = max(largest, abs(target))
    }
    if moved <= tolerance * largest { return Vector(w) }
  }
  refuse("coordinate descent did not settle in 100000 sweeps; a larger penalty or tolerance helps")
}

/// The lasso (Tibshirani 1996): the w that minimises ‖y − X w‖²/(2n) + λ‖w‖₁; see `elasticNet`.
public func lasso(
  _ x: Matrix, _ y: Vector, _ lambda: Double, start: Vector? = nil, tolerance: Double = 1e-10
) -> Vector {
  elasticNet(x, y, l1: lambda, l2: 0, start: start, tolerance: tolerance)
}

/// Ridge regression (Hoerl & Kennard 1970): the w that minimises ‖y − X w‖²/(2n) + (λ/2)‖w‖², as the
/// solution of (XᵀX/n + λI) w = Xᵀy/n. scikit-learn's `Ridge(alpha)` has λ = alpha / n.
public func ridge(_ x: Matrix, _ y: Vector, _ lambda: Double) -> Vector {
  require(x.rows == y.count, "\(x.rows) examples need as many targets, not \(y.count)")
  require(lambda >= 0, "a penalty is at least 0, not \(lambda)")
  let n = Double(x.rows)
  let transposed = x.transposed
  let system = (1 / n) * (transposed * x) + lambda * Matrix.identity(x.columns)
  return system.solve(transposed * y / n)
}

/// sign(v) · max(|v| − threshold, 0): the proximal step of threshold · |v|. Not-a-number stays.
public func softThreshold(_ v: Double, _ threshold: Double) -> Double {
  v.isNaN ? v : v > threshold ? v - threshold : v < -threshold ? v + threshold : 0
}

/// The soft threshold of every element.
public func softThreshold(_ v: Vector, _ threshold: Double) -> Vector {
  Vector(v.elements.map { softThreshold($0, threshold) })
}
