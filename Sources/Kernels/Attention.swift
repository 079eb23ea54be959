import Numerics

// The loops of attention that are not matrix products. A head's queries, keys and values are columns
// of wider rows; they are copied into small row-major matrices first.

/// out = a block of a matrix with rows of `row` numbers.
public func copyBlock(
  _ x: UnsafePointer<Real>, row: Int, into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows { (out + i * columns).update(from: x + i * row, count: columns) }
}

/// A block of a matrix with rows of `row` numbers += x.
public func addBlock(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, row: Int, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let source = x + i * columns
    let target = out + i * row
    for j in 0..<columns { target[j] += source[j] }
  }
}

/// Each row of scores becomes the softmax of its numbers times `scale`. Where `causal`, row i keeps
/// the numbers 0 to i and the others become 0.
public func softmaxOfScores(
  _ scores: UnsafeMutablePointer<Real>, scale: Real, causal: Bool, rows: Int, columns: Int
) {
  for i in 0..<rows * columns { scores[i] = scale * scores[i] }
  let short =
    (!causal || rows <= 64)
    && SoftmaxBlock.forEach(scores, rows: rows, columns: columns) { first, block in
      if causal { block.hideLater() }
      block.shift()
      block.exponentiate()
      block.divide(into: scores + first * columns)
    }
  for i in 0..<rows {
    let row = scores + i * columns
    let seen = causal ? i + 1 : columns
    if !short { softmaxOfLongRows(row, into: row, rows: 1, columns: seen) }
    for j in seen..<columns { row[j] = 0 }
  }
}

/// out = weights · mask; where `renormalized`, each row is divided by its sum, and a row of zeros
/// stays one.
public func dropWeights(
  _ weights: UnsafePointer<Real>, _ mask: UnsafePointer<Real>, renormalized: Bool,
  into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  multiply(weights, mask, into: out, rows * columns)
  guard renormalized else { return }
  for i in 0..<rows {
    let row = out + i * columns
    let total = sum(row, columns)
    if total > 0 { for j in 0..<columns { row[j] = row[j] / total } }
  }
}

/// d = d · mask, in place; where `renormalized`, each row is divided by the sum of weights · mask,
/// which counts as a constant. `scratch` has room for a row.
public func dropWeightsBackward(
  _ d: UnsafeMutablePointer<Real>, weights: UnsafePointer<Real>, _ mask: UnsafePointer<Real>,
  renormalized: Bool, scratch: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let first = i * columns
    let (row, factors) = (d + first, mask + first)
    for j in 0..<columns { row[j] *= factors[j] }
    guard renormalized else { continue }
    multiply(weights + first, factors, into: scratch, columns)
    let total = sum(scratch, columns)
    if total > 0 { for j in 0..<columns { row[j] = row[j] / total } }
  }
}

/// d = scale · p (d − Σ d p), row by row and in place: from the gradient of a softmax with result p
/// to that of the scores before their scaling.
public func softmaxOfScoresBackward(
  _ d: UnsafeMutablePointer<Real>, _ p: UnsafePointer<Real>, scale: Real, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let (row, weights) = (d + i * columns, p + i * columns)
    var dot: Real = 0
    for j in 0..<columns { dot += row[j] * weights[j] }
    for j in 0..<columns { row[j] = scale * (weights[j] * (row[j] - dot)) }
  }
}
