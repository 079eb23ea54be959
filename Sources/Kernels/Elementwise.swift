// Loops over one or two buffers of n numbers. Each is written as plain scalar code that the
// compiler turns into vectors of the target's width: loads come first, and one array is written.

/// out = a + b
public func add(
  _ a: UnsafePointer<Real>, _ b: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = a[i] + b[i] }
}

/// out = a − b
public func subtract(
  _ a: UnsafePointer<Real>, _ b: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = a[i] - b[i] }
}

/// out = a · b, element by element
public func multiply(
  _ a: UnsafePointer<Real>, _ b: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = a[i] * b[i] }
}

/// out = s · a
public func scale(
  _ a: UnsafePointer<Real>, by s: Real, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = s * a[i] }
}

/// out += s · a, or where this is the first: out = 0 + s · a
public func addScaled(
  _ a: UnsafePointer<Real>, by s: Real, into out: UnsafeMutablePointer<Real>,
  isFirst: Bool = false, _ n: Int
) {
  accumulate(into: out, isFirst, n) { s * a[$0] }
}

/// out += a · b, element by element, or where this is the first: out = 0 + a · b
public func addProduct(
  _ a: UnsafePointer<Real>, _ b: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  isFirst: Bool = false, _ n: Int
) {
  accumulate(into: out, isFirst, n) { a[$0] * b[$0] }
}

/// out += s
public func addConstant(_ s: Real, into out: UnsafeMutablePointer<Real>, _ n: Int) {
  for i in 0..<n { out[i] += s }
}

/// Every row of `out` becomes `row`.
public func copyRow(
  _ row: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, rows: Int, columns: Int
) {
  for i in 0..<rows {
    let target = out + i * columns
    for j in 0..<columns { target[j] = row[j] }
  }
}

/// out = max(x, 0); not-a-number stays.
public func rectify(_ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int) {
  for i in 0..<n {
    let v = x[i]
    out[i] = v < 0 ? 0 : v
  }
}

/// x = max(x, 0); not-a-number stays.
public func rectify(_ x: UnsafeMutablePointer<Real>, _ n: Int) {
  for i in 0..<n {
    let v = x[i]
    x[i] = v < 0 ? 0 : v
  }
}

/// gradient = 0 where y = max(x, 0) is not positive.
public func keepWherePositive(
  _ gradient: UnsafeMutablePointer<Real>, _ y: UnsafePointer<Real>, _ n: Int
) {
  for i in 0..<n {
    let g = gradient[i]
    let v = y[i]
    gradient[i] = 0 + (v > 0 ? g : 0)
  }
}

/// out += gradient where y = max(x, 0) is positive, or where this is the first: out = 0 + that.
public func addWherePositive(
  _ gradient: UnsafePointer<Real>, _ y: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  isFirst: Bool = false, _ n: Int
) {
  accumulate(into: out, isFirst, n) {
    let g = gradient[$0]
    let v = y[$0]
    return v > 0 ? g : 0
  }
}

/// Adds n terms to `out`, or to zeros whatever `out` held: then −0 becomes 0, as a sum from 0 has it.
@inline(__always)
private func accumulate(
  into out: UnsafeMutablePointer<Real>, _ isFirst: Bool, _ n: Int, _ term: (Int) -> Real
) {
  if isFirst {
    for i in 0..<n { out[i] = 0 + term(i) }
  } else {
    for i in 0..<n { out[i] += term(i) }
  }
}
