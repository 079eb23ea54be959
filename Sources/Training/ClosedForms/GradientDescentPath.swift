import Autograd
import Numerics

/// The weights after k steps of gradient descent from zero on ‖y − X w‖²/(2n), without doing them:
/// Σᵢ qᵢ (1 − (1 − ηsᵢ)ᵏ)/sᵢ qᵢᵀ Xᵀy/n over the eigenpairs (sᵢ, qᵢ) of XᵀX/n (Goodfellow, Bengio &
/// Courville 2016, eq. 7.40).
///
/// - Parameters:
///   - x: The inputs, one example a row.
///   - y: The targets.
///   - learningRate: η > 0; descent diverges above 2/s₁.
///   - steps: k ≥ 0.
public func gradientDescent(_ x: Matrix, _ y: Vector, learningRate: Double, steps: Int) -> Vector {
  require(x.rows == y.count, "\(x.rows) examples need as many targets, not \(y.count)")
  let (s, q) = spectrum(x, learningRate, steps)
  let price = x.transposed * y / Double(x.rows)
  let reach = s.map { progress($0, learningRate, steps).gained }
  return q * (Vector(reach) * (q.transposed * price))
}

/// The matrix Q with which ridge regression, (XᵀX/n + Q) w = Xᵀy/n, has the weights that k steps of
/// gradient descent from zero reach: Σᵢ qᵢ sᵢ/((1 − ηsᵢ)⁻ᵏ − 1) qᵢᵀ (Ali, Kolter & Tibshirani 2019,
/// supplement, lemma 3).
///
/// Early stopping is ridge regression with one λ only where all its eigenvalues agree.
///
/// - Parameters:
///   - x: The inputs, one example a row.
///   - learningRate: η > 0, below 1/s₁ for the largest eigenvalue s₁ of XᵀX/n.
///   - steps: k ≥ 1.
public func equivalentRidge(_ x: Matrix, learningRate: Double, steps: Int) -> Matrix {
  require(steps >= 1, "early stopping equals ridge regression from 1 step on, not \(steps)")
  let (s, q) = spectrum(x, learningRate, steps)
  require(
    s.isEmpty || learningRate * s[0] < 1,
    "early stopping equals ridge regression for learning rates below \(1 / s[0]), not \(learningRate)"
  )
  let penalties = s.map {
    let (gained, left) = progress($0, learningRate, steps)
    return left / gained
  }
  return q * Matrix(diagonal: Vector(penalties)) * q.transposed
}

/// Ridge regression with a matrix for a penalty: the w that minimises ‖y − X w‖²/(2n) + wᵀQw/2.
public func ridge(_ x: Matrix, _ y: Vector, _ penalty: Matrix) -> Vector {
  require(x.rows == y.count, "\(x.rows) examples need as many targets, not \(y.count)")
  require(
    penalty.rows == x.columns && penalty.columns == x.columns,
    "the penalty of \(x.columns) weights is \(x.columns) × \(x.columns), not \(penalty.rows) × \(penalty.columns)"
  )
  let transposed = x.transposed
  let n = Double(x.rows)
  return ((1 / n) * (transposed * x) + penalty).solve(transposed * y / n)
}

private func spectrum(_ x: Matrix, _ rate: Double, _ steps: Int) -> (values: Vector, Matrix) {
  require(rate > 0 && rate.isFinite, "a learning rate is above 0, not \(rate)")
  require(steps >= 0, "there are at least 0 steps, not \(steps)")
  return ((1 / Double(x.rows)) * (x.transposed * x)).symmetricEigen()
}

/// (1 − (1 − ηs)ᵏ)/s as η Σⱼ (1 − ηs)ʲ for j < k, which loses no digits where s is small, and
/// (1 − ηs)ᵏ.
private func progress(
  _ s: Double, _ rate: Double, _ steps: Int
) -> (gained: Double, left: Double) {
  // The sum of 2m terms is that of m terms times 1 + (1 − ηs)ᵐ: as many turns as k has bits.
  let factor = 1 - rate * max(s, 0)
  var (sum, power) = (0.0, 1.0)
  for bit in stride(from: steps.bitWidth - steps.leadingZeroBitCount - 1, through: 0, by: -1) {
    sum *= 1 + power
    power *= power
    if steps >> bit & 1 == 1 {
      sum = 1 + factor * sum
      power *= factor
    }
  }
  return (rate * sum, power)
}
