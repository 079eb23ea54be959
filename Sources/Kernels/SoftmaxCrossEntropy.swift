import Numerics

/// Writes the softmax of every row of x: exp(xⱼ − max) / Σ exp(xⱼ − max), the sum over j = 0, 1, 2, ….
public func softmax(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  let short = SoftmaxBlock.forEach(x, rows: rows, columns: columns) { first, block in
    block.shift()
    block.exponentiate()
    block.divide(into: out + first * columns)
  }
  if !short { softmaxOfLongRows(x, into: out, rows: rows, columns: columns) }
}

/// The softmax row by row, as it is defined.
func softmaxOfLongRows(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let target = out + i * columns
    let top = largest(row, columns)
    evaluate(Exponential.self, columns, of: { row[$0] - top }, into: target)
    var total: Real = 0
    for j in 0..<columns { total += target[j] }
    for j in 0..<columns { target[j] = target[j] / total }
  }
}

/// Writes each row's cross-entropy with its label, −log softmax(x)[label], as
/// log Σ exp(xⱼ − max) − (x[label] − max).
///
/// - Parameter p: Where the softmax of every row goes; nil for nowhere.
public func crossEntropy(
  _ x: UnsafePointer<Real>, labels: UnsafePointer<Int32>, into losses: UnsafeMutablePointer<Real>,
  softmax p: UnsafeMutablePointer<Real>? = nil, rows: Int, columns: Int
) {
  let short = SoftmaxBlock.forEach(x, rows: rows, columns: columns) { first, block in
    block.shift()
    let loss = losses + first
    for i in 0..<block.rows { loss[i] = block.z[Int(labels[first + i]) * block.width + i] }
    block.exponentiate()
    for i in 0..<block.rows { loss[i] = log(block.total[i]) - loss[i] }
    if let p { block.divide(into: p + first * columns) }
  }
  if short { return }
  for i in 0..<rows {
    let row = x + i * columns
    let top = largest(row, columns)
    var total: Real = 0
    for j in 0..<columns { total += exp(row[j] - top) }
    losses[i] = log(total) - (row[Int(labels[i])] - top)
  }
  if let p { softmaxOfLongRows(x, into: p, rows: rows, columns: columns) }
}

/// gradient += s · (softmax(x) − one-hot(label)), row by row; `p`, the softmax, becomes the difference.
public func addCrossEntropyGradient(
  softmax p: UnsafeMutablePointer<Real>, labels: UnsafePointer<Int32>, scaledBy s: Real,
  into gradient: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows { p[i * columns + Int(labels[i])] -= 1 }
  addScaled(p, by: s, into: gradient, rows * columns)
}

/// Writes each row's cross-entropy with its soft targets, Σⱼ tⱼ (log Σ exp(x − max) − (xⱼ − max)).
public func softCrossEntropy(
  _ x: UnsafePointer<Real>, targets: UnsafePointer<Real>, into losses: UnsafeMutablePointer<Real>,
  rows: Int, columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let top = largest(row, columns)
    var total: Real = 0
    for j in 0..<columns { total += exp(row[j] - top) }
    let scale = log(total)
    var loss: Real = 0
    for j in 0..<columns { loss += targets[i * columns + j] * (scale - (row[j] - top)) }
    losses[i] = loss
  }
}

/// gradient += s · (softmax(x) Σ t − t), row by row.
public func addSoftCrossEntropyGradient(
  softmax p: UnsafePointer<Real>, targets: UnsafePointer<Real>, scaledBy s: Real,
  into gradient: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let target = targets + i * columns
    var total: Real = 0
    for j in 0..<columns { total += target[j] }
    for j in 0..<columns {
      gradient[i * columns + j] += s * (p[i * columns + j] * total - target[j])
    }
  }
}

/// The largest of n ≥ 1 numbers; not-a-number if one of them is.
@inline(__always)
func largest(_ x: UnsafePointer<Real>, _ n: Int) -> Real {
  var top = x[0]
  for j in 1..<max(n, 1) {
    let v = x[j]
    top = v > top || v != v ? v : top
  }
  return top
}
