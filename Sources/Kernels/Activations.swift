import Numerics

// Element-wise functions of n numbers, and what their gradients owe to the inputs'.

/// out = exp x
public func exp(_ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int) {
  evaluate(Exponential.self, n, of: { x[$0] }, into: out)
}

/// out = 1 / (1 + exp(−x))
public func sigmoid(_ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int) {
  evaluate(Sigmoid.self, n, of: { x[$0] }, into: out)
}

/// out += gradient · y (1 − y)
public func addSigmoidGradient(
  _ gradient: UnsafePointer<Real>, _ y: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  _ n: Int
) {
  for i in 0..<n { out[i] += gradient[i] * (y[i] * (1 - y[i])) }
}

/// out = tanh x
public func tanh(_ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int) {
  evaluate(HyperbolicTangent.self, n, of: { x[$0] }, into: out)
}

/// out += gradient · (1 − y²)
public func addTanhGradient(
  _ gradient: UnsafePointer<Real>, _ y: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  _ n: Int
) {
  for i in 0..<n { out[i] += gradient[i] * (1 - y[i] * y[i]) }
}

/// out = x where x > 0, slope · x elsewhere
public func leakyRectify(
  _ x: UnsafePointer<Real>, slope: Real, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n {
    let v = x[i]
    out[i] = v > 0 ? v : slope * v
  }
}

/// out += gradient where x > 0, slope · gradient elsewhere
public func addLeakyGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, slope: Real,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n {
    let g = gradient[i]
    let v = x[i]
    out[i] += v > 0 ? g : slope * g
  }
}

/// out = x Φ(x), with Φ the normal distribution function
public func gelu(_ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, _ n: Int) {
  for i in 0..<n { out[i] = x[i] * (0.5 * (1 + erf(x[i] * 0.7071067811865476))) }
}

/// out += gradient · (Φ(x) + x φ(x)), with φ the normal density
public func addGELUGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  _ n: Int
) {
  for i in 0..<n {
    let v = x[i]
    let below = 0.5 * (1 + erf(v * 0.7071067811865476))
    let density = 0.3989422804014327 * exp(-0.5 * v * v)
    out[i] += gradient[i] * (below + v * density)
  }
}

/// out += y (gradient − Σ gradient y), row by row: the gradient of a softmax with result y.
public func addSoftmaxGradient(
  _ gradient: UnsafePointer<Real>, _ y: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>,
  rows: Int, columns: Int
) {
  for i in 0..<rows {
    let first = i * columns
    var dot: Real = 0
    for j in 0..<columns { dot += gradient[first + j] * y[first + j] }
    for j in 0..<columns { out[first + j] += y[first + j] * (gradient[first + j] - dot) }
  }
}
