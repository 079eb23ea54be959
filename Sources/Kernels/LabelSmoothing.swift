import Numerics

/// out = keep · t + share
public func smooth(
  _ t: UnsafePointer<Real>, keep: Real, share: Real, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = keep * t[i] + share }
}

/// Writes each row's cross-entropy with its smoothed label: `keep` + `share` for the label and
/// `share` for the other classes, summed over j = 0, 1, 2, ….
public func smoothedCrossEntropy(
  _ x: UnsafePointer<Real>, labels: UnsafePointer<Int32>, keep: Real, share: Real,
  into losses: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let top = largest(row, columns)
    var total: Real = 0
    for j in 0..<columns { total += exp(row[j] - top) }
    let logTotal = log(total)
    var all: Real = 0
    for j in 0..<columns { all += logTotal - (row[j] - top) }
    losses[i] = keep * (logTotal - (row[Int(labels[i])] - top)) + share * all
  }
}

/// gradient += s · ((keep + share · columns) softmax(x) − target), row by row.
public func addSmoothedCrossEntropyGradient(
  softmax p: UnsafePointer<Real>, labels: UnsafePointer<Int32>, keep: Real, share: Real,
  scaledBy s: Real, into gradient: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  let total = keep + share * Real(columns)
  for i in 0..<rows {
    let label = Int(labels[i])
    for j in 0..<columns {
      let target: Real = j == label ? keep + share : share
      gradient[i * columns + j] += s * (total * p[i * columns + j] - target)
    }
  }
}
