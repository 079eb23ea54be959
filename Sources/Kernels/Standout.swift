import Numerics

/// out = 1 with the probability σ(alpha · z + beta) and 0 otherwise, a word of the stream each.
public func standoutMask(
  _ random: RandomStream, _ z: UnsafePointer<Real>, alpha: Real, beta: Real,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  logistic(z, alpha: alpha, beta: beta, into: out, n)
  forEachWord(random, n) { i, word in
    out[i] = Double(word) < Double(out[i]) * 0x1p32 ? 1 : 0
  }
}

/// out = σ(alpha · z + beta), the logistic function.
public func logistic(
  _ z: UnsafePointer<Real>, alpha: Real, beta: Real, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = sigmoid(alpha * z[i] + beta) }
}

/// out += gradient · x · alpha q (1 − q): what x · σ(alpha · z + beta) owes to z, with q = σ(…).
public func addLogisticGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, _ q: UnsafePointer<Real>, alpha: Real,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] += gradient[i] * (x[i] * (alpha * (q[i] * (1 - q[i])))) }
}
