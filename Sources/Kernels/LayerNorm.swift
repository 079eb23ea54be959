/// out = (x − mean) / √(variance + eps) · weight + bias, row by row, with the biased variance. Each
/// row's mean and 1/√(variance + eps) go to `statistics`, one pair a row.
public func layerNorm(
  _ x: UnsafePointer<Real>, weight: UnsafePointer<Real>, bias: UnsafePointer<Real>, eps: Real,
  statistics: UnsafeMutablePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int,
  columns: Int
) {
  for i in 0..<rows {
    let row = x + i * columns
    let target = out + i * columns
    let mean = sum(row, columns) / Real(columns)
    for j in 0..<columns { target[j] = row[j] - mean }
    let variance = sumOfSquares(target, columns) / Real(columns)
    let scale = 1 / (variance + eps).squareRoot()
    statistics[2 * i] = mean
    statistics[2 * i + 1] = scale
    for j in 0..<columns { target[j] = (row[j] - mean) * scale * weight[j] + bias[j] }
  }
}

/// dx += scale · (d − mean d − x̂ · mean(d x̂)) with d = gradient · weight and x̂ the normalised row.
/// `scratch` has room for three rows.
public func addLayerNormInputGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, weight: UnsafePointer<Real>,
  statistics: UnsafePointer<Real>, scratch: UnsafeMutablePointer<Real>,
  into dx: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  let (d, normal, product) = (scratch, scratch + columns, scratch + 2 * columns)
  for i in 0..<rows {
    let first = i * columns
    let (row, g, out) = (x + first, gradient + first, dx + first)
    let (mean, scale) = (statistics[2 * i], statistics[2 * i + 1])
    for j in 0..<columns { d[j] = g[j] * weight[j] }
    for j in 0..<columns { normal[j] = (row[j] - mean) * scale }
    for j in 0..<columns { product[j] = d[j] * normal[j] }
    let meanD = sum(d, columns) / Real(columns)
    let meanProduct = sum(product, columns) / Real(columns)
    for j in 0..<columns { out[j] += scale * (d[j] - meanD - normal[j] * meanProduct) }
  }
}

/// dWeight += Σ gradient · x̂ over the rows in order, with x̂ the normalised row.
public func addLayerNormWeightGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, statistics: UnsafePointer<Real>,
  into dWeight: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let (row, g) = (x + i * columns, gradient + i * columns)
    let (mean, scale) = (statistics[2 * i], statistics[2 * i + 1])
    for j in 0..<columns { dWeight[j] += g[j] * ((row[j] - mean) * scale) }
  }
}
