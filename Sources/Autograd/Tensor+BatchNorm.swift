import Kernels
import Numerics

/// Batch normalisation with the batch's own statistics: (x − mean) / √(variance + eps) · weight + bias,
/// column by column (Ioffe & Szegedy 2015, algorithm 1). The variance is the biased one, 1/m Σ.
///
/// A batch of one row gives exactly the bias, a column of equal numbers gives it but for the rounding
/// of the mean; where `eps` is 0 both are not numbers. One row has no unbiased variance, so running
/// statistics are refused there.
///
/// - Parameters:
///   - x: `[…, features]`: all dimensions but the last are the batch.
///   - weight: `[features]`.
///   - bias: `[features]`.
///   - eps: Added to the variance, 1e-5 by default as in PyTorch; Keras's is 1e-3.
///   - running: Where the running mean and variance are kept, `features` numbers each; nil for none.
///     Each becomes (1 − momentum) · itself + momentum · the batch's, the variance the unbiased one
///     (Keras: the biased one).
///   - momentum: The weight of the new batch, 0.1 by default. Keras's is the weight of the old, 0.99.
public func batchNorm(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, eps: Double = 1e-5,
  running: (mean: UnsafeMutablePointer<Real>, variance: UnsafeMutablePointer<Real>)? = nil,
  momentum: Double = 0.1
) -> Tensor {
  checkBatchNorm(x, weight, bias, eps)
  let (rows, columns) = (x.shape.rows, x.shape.columns)
  require(
    rows >= 2 || running == nil,
    "batch normalisation in training needs more than 1 value per feature, and got \(x.shape)")
  let result = x.tape.append(.batchNorm, x.shape, x, weight, bias)
  let saved = x.tape.state.pointee.arena.allocate(3 * columns)
  let (mean, inverse) = (saved, saved + columns)
  columnMoments(x.value, mean: mean, variance: inverse, rows: rows, columns: columns)
  if let running {
    let unbiased = Real(rows) / Real(rows - 1)
    for j in 0..<columns {
      running.mean[j] = Real(1 - momentum) * running.mean[j] + Real(momentum) * mean[j]
      running.variance[j] =
        Real(1 - momentum) * running.variance[j] + Real(momentum) * (inverse[j] * unbiased)
    }
  }
  finishBatchNorm(result, x, weight, bias, eps, saved, ofBatch: true)
  return result
}

/// Batch normalisation with given statistics, as a network is judged: (x − mean) / √(variance + eps) ·
/// weight + bias, column by column.
///
/// - Parameters:
///   - x: `[…, features]`.
///   - weight: `[features]`.
///   - bias: `[features]`.
///   - eps: Added to the variance, 1e-5 by default.
///   - mean: `features` numbers.
///   - variance: `features` numbers.
public func batchNorm(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, eps: Double = 1e-5, mean: UnsafePointer<Real>,
  variance: UnsafePointer<Real>
) -> Tensor {
  checkBatchNorm(x, weight, bias, eps)
  let columns = x.shape.columns
  let result = x.tape.append(.batchNorm, x.shape, x, weight, bias)
  let saved = x.tape.state.pointee.arena.allocate(3 * columns)
  saved.update(from: mean, count: columns)
  (saved + columns).update(from: variance, count: columns)
  finishBatchNorm(result, x, weight, bias, eps, saved, ofBatch: false)
  return result
}

private func checkBatchNorm(_ x: Tensor, _ weight: Tensor, _ bias: Tensor, _ eps: Double) {
  require(
    x.shape.rank >= 2 && weight.shape == Shape(x.shape.columns) && bias.shape == weight.shape,
    "batchNorm takes [..., features], a weight and a bias [features], and got \(x.shape), \(weight.shape) and \(bias.shape)"
  )
  require(x.shape.count > 0, "batchNorm needs numbers, and got \(x.shape)")
  require(eps >= 0, "eps is at least 0, not \(eps)")
}

/// `saved` holds means, variances and scratch; the variances become 1 / √(variance + eps).
private func finishBatchNorm(
  _ result: Tensor, _ x: Tensor, _ weight: Tensor, _ bias: Tensor, _ eps: Double,
  _ saved: UnsafeMutablePointer<Real>, ofBatch: Bool
) {
  let columns = x.shape.columns
  let inverse = saved + columns
  for j in 0..<columns { inverse[j] = 1 / (inverse[j] + Real(eps)).squareRoot() }
  normalize(
    x.value, mean: saved, inverse: inverse, weight: weight.value, bias: bias.value,
    into: result.value, scratch: saved + 2 * columns, rows: x.shape.rows, columns: columns)
  result.withNode {
    $0.saved = saved
    $0.sizes[0] = ofBatch ? 1 : 0
  }
}

extension Tape {
  func batchNormBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let mean = node.saved else { return }
    let (x, weight) = (input(node, 0), input(node, 1))
    let (rows, columns) = (node.shape.rows, node.shape.columns)
    let inverse = mean + columns
    let sums = state.pointee.arena.allocate(5 * columns)
    let scratch = sums + 2 * columns
    normalizationSums(
      gradient, x.value, mean: mean, inverse: inverse, bias: sums, weight: sums + columns,
      rows: rows, columns: columns)
    if let dw = weight.gradient { addScaled(sums + columns, by: 1, into: dw, columns) }
    if let db = input(node, 2).gradient { addScaled(sums, by: 1, into: db, columns) }
    guard let dx = x.gradient else { return }
    if node.sizes[0] == 1 {
      addNormalizationGradient(
        gradient, x.value, mean: mean, inverse: inverse, weight: weight.value, biasSum: sums,
        weightSum: sums + columns, into: dx, scratch: scratch, rows: rows, columns: columns)
    } else {
      addScalingGradient(
        gradient, inverse: inverse, weight: weight.value, into: dx, scratch: scratch, rows: rows,
        columns: columns)
    }
  }
}
