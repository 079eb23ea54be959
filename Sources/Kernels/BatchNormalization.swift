// Batch normalisation: statistics of the columns of a matrix. Their sums run over 64 rows at a time
// from 0, and the parts are added in order, which keeps the sums of many rows accurate.

/// Writes the mean and the (biased) variance of every column.
public func columnMoments(
  _ x: UnsafePointer<Real>, mean: UnsafeMutablePointer<Real>,
  variance: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  let count = Real(rows)
  columnSums(rows, columns, into: mean) { i, _ in x[i] }
  for j in 0..<columns { mean[j] = mean[j] / count }
  columnSums(rows, columns, into: variance) { i, j in
    let deviation = x[i] - mean[j]
    return deviation * deviation
  }
  for j in 0..<columns { variance[j] = variance[j] / count }
}

/// out = (x − mean) · (inverse · weight) + bias, column by column.
///
/// - Parameter scratch: Room for `columns` numbers.
public func normalize(
  _ x: UnsafePointer<Real>, mean: UnsafePointer<Real>, inverse: UnsafePointer<Real>,
  weight: UnsafePointer<Real>, bias: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  scratch: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for j in 0..<columns { scratch[j] = inverse[j] * weight[j] }
  for i in 0..<rows {
    let source = x + i * columns
    let target = out + i * columns
    for j in 0..<columns { target[j] = (source[j] - mean[j]) * scratch[j] + bias[j] }
  }
}

/// Writes, for every column, the sums of the gradient and of gradient · x̂ with x̂ = (x − mean) ·
/// inverse: the gradients of bias and weight.
public func normalizationSums(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, mean: UnsafePointer<Real>,
  inverse: UnsafePointer<Real>, bias: UnsafeMutablePointer<Real>,
  weight: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  columnSums(rows, columns, into: bias) { i, _ in gradient[i] }
  columnSums(rows, columns, into: weight) { i, j in
    gradient[i] * ((x[i] - mean[j]) * inverse[j])
  }
}

/// out += weight · inverse · (gradient − biasSum / rows − x̂ · (weightSum / rows)): the gradient where
/// mean and variance are the batch's own. The sums are those of `normalizationSums`.
///
/// - Parameter scratch: Room for 3 · `columns` numbers.
public func addNormalizationGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, mean: UnsafePointer<Real>,
  inverse: UnsafePointer<Real>, weight: UnsafePointer<Real>, biasSum: UnsafePointer<Real>,
  weightSum: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  scratch: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  let count = Real(rows)
  let (scale, shift, slope) = (scratch, scratch + columns, scratch + 2 * columns)
  for j in 0..<columns { scale[j] = weight[j] * inverse[j] }
  for j in 0..<columns { shift[j] = biasSum[j] / count }
  for j in 0..<columns { slope[j] = weightSum[j] / count }
  for i in 0..<rows {
    let (g, source, target) = (gradient + i * columns, x + i * columns, out + i * columns)
    for j in 0..<columns {
      let normal = (source[j] - mean[j]) * inverse[j]
      target[j] += scale[j] * (g[j] - shift[j] - normal * slope[j])
    }
  }
}

/// out += weight · inverse · gradient: the gradient where mean and variance are given.
///
/// - Parameter scratch: Room for `columns` numbers.
public func addScalingGradient(
  _ gradient: UnsafePointer<Real>, inverse: UnsafePointer<Real>, weight: UnsafePointer<Real>,
  into out: UnsafeMutablePointer<Real>, scratch: UnsafeMutablePointer<Real>, rows: Int,
  columns: Int
) {
  for j in 0..<columns { scratch[j] = weight[j] * inverse[j] }
  for i in 0..<rows {
    let (g, target) = (gradient + i * columns, out + i * columns)
    for j in 0..<columns { target[j] += scratch[j] * g[j] }
  }
}

@inline(__always)
private func columnSums(
  _ rows: Int, _ columns: Int, into sums: UnsafeMutablePointer<Real>,
  _ term: (_ place: Int, _ column: Int) -> Real
) {
  var j = 0
  while j + 16 <= columns {
    columnSums(InlineArray<16, Real>(repeating: 0), j, rows, columns, into: sums, term)
    j += 16
  }
  while j < columns {
    columnSums(InlineArray<1, Real>(repeating: 0), j, rows, columns, into: sums, term)
    j += 1
  }
}

/// The sums of as many columns as `zeros` has, held in registers.
@inline(__always)
private func columnSums<let n: Int>(
  _ zeros: InlineArray<n, Real>, _ first: Int, _ rows: Int, _ columns: Int,
  into sums: UnsafeMutablePointer<Real>, _ term: (_ place: Int, _ column: Int) -> Real
) {
  var all = zeros
  for start in stride(from: 0, to: rows, by: 64) {
    var part = zeros
    for i in start..<min(start + 64, rows) {
      let place = i * columns + first
      // Without checks of overflow, which would keep the loop from becoming vectors.
      for l in 0..<n { part[l] += term(place &+ l, first &+ l) }
    }
    for l in 0..<n { all[l] += part[l] }
  }
  for l in 0..<n { sums[first + l] = all[l] }
}
