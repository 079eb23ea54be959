import Numerics

/// Writes −t log σ(x) − (1 − t) log(1 − σ(x)), as max(x, 0) − x t + log(1 + exp(−|x|)).
public func binaryCrossEntropy(
  _ x: UnsafePointer<Real>, targets t: UnsafePointer<Real>,
  into losses: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n {
    let v = x[i]
    let size = v < 0 ? -v : v
    let positive: Real = v < 0 ? 0 : v
    losses[i] = (positive - v * t[i]) + log(1 + exp(-size))
  }
}

/// gradient += s · (σ(x) − t)
public func addBinaryCrossEntropyGradient(
  _ x: UnsafePointer<Real>, targets t: UnsafePointer<Real>, scaledBy s: Real,
  into gradient: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { gradient[i] += s * (sigmoid(x[i]) - t[i]) }
}
