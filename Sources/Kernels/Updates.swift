// What an optimizer does to n parameters w with their gradients g, in one pass.

/// w −= learningRate · g
public func descend(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>, learningRate: Real, _ n: Int
) {
  for i in 0..<n { w[i] -= learningRate * g[i] }
}

/// g += λ · sign(w), with sign(0) = 0: a subgradient of λ‖w‖₁.
public func addL1Subgradient(
  of w: UnsafePointer<Real>, _ lambda: Real, into g: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n {
    let v = w[i]
    let up: Real = v > 0 ? lambda : 0
    let down: Real = v < 0 ? lambda : 0
    g[i] += up - down
  }
}

/// w = sign(w) · max(|w| − threshold, 0): the proximal step of threshold · ‖w‖₁.
public func softThreshold(_ w: UnsafeMutablePointer<Real>, _ threshold: Real, _ n: Int) {
  for i in 0..<n {
    let v = w[i]
    let positive: Real = v > threshold ? v - threshold : 0
    w[i] = v < -threshold ? v + threshold : positive
  }
}
