import Numerics

/// Writes the entropy of every row's softmax, −Σⱼ pⱼ log pⱼ in nats; a probability of 0 adds nothing.
public func softmaxEntropy(
  _ x: UnsafePointer<Real>, into entropies: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let (top, logTotal) = logTotal(row, columns)
    var entropy: Real = 0
    for j in 0..<columns {
      let logP = (row[j] - top) - logTotal
      let p = exp(logP)
      entropy -= p == 0 ? 0 : p * logP
    }
    entropies[i] = entropy
  }
}

/// gradient += s · pⱼ (−log pⱼ − H), row by row.
public func addSoftmaxEntropyGradient(
  _ x: UnsafePointer<Real>, entropies: UnsafePointer<Real>, scaledBy s: Real,
  into gradient: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let (top, logTotal) = logTotal(row, columns)
    for j in 0..<columns {
      let logP = (row[j] - top) - logTotal
      let p = exp(logP)
      gradient[i * columns + j] += p == 0 ? 0 : s * (p * (-logP - entropies[i]))
    }
  }
}

/// Writes log softmax(x)[label] of every row.
public func logProbability(
  _ x: UnsafePointer<Real>, labels: UnsafePointer<Int32>, into out: UnsafeMutablePointer<Real>,
  rows: Int, columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let (top, logTotal) = logTotal(row, columns)
    out[i] = (row[Int(labels[i])] - top) - logTotal
  }
}

/// out += gradient of the row · (one-hot(label) − softmax(x)), row by row.
public func addLogProbabilityGradient(
  _ gradient: UnsafePointer<Real>, softmax p: UnsafePointer<Real>, labels: UnsafePointer<Int32>,
  into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let label = Int(labels[i])
    for j in 0..<columns {
      let target: Real = j == label ? 1 : 0
      out[i * columns + j] += gradient[i] * (target - p[i * columns + j])
    }
  }
}

/// The largest number and log Σ exp(xⱼ − largest).
@inline(__always)
private func logTotal(_ x: UnsafePointer<Real>, _ n: Int) -> (top: Real, logTotal: Real) {
  let top = largest(x, n)
  var total: Real = 0
  for j in 0..<n { total += exp(x[j] - top) }
  return (top, log(total))
}
