// What penalties and constraints do to n parameters w, or to their gradients g.

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

/// w = sign(w) · max(|w| − threshold, 0) / divisor: the proximal step of threshold · ‖w‖₁ +
/// ((divisor − 1)/2)‖w‖².
public func softThreshold(
  _ w: UnsafeMutablePointer<Real>, _ threshold: Real, dividedBy divisor: Real = 1, _ n: Int
) {
  for i in 0..<n { w[i] = shrunk(w[i], threshold) / divisor }
}

/// The proximal step of l1 · ‖w‖₁ + (l2/2)‖w‖² where each number's step has the size
/// rate / (√s · rootCorrection + eps).
public func softThreshold(
  _ w: UnsafeMutablePointer<Real>, l1: Real, l2: Real, rate: Real, squares s: UnsafePointer<Real>,
  rootCorrection: Real = 1, eps: Real, _ n: Int
) {
  for i in 0..<n {
    let size = rate / (s[i].squareRoot() * rootCorrection + eps)
    w[i] = shrunk(w[i], size * l1) / (1 + size * l2)
  }
}

@inline(__always)
private func shrunk(_ v: Real, _ threshold: Real) -> Real {
  let positive: Real = v > threshold ? v - threshold : 0
  let shrunk = v < -threshold ? v + threshold : positive
  return v != v ? v : shrunk
}

/// g = −limit where it is below, limit where it is above; not-a-number stays.
public func clamp(_ g: UnsafeMutablePointer<Real>, to limit: Real, _ n: Int) {
  for i in 0..<n {
    let v = g[i]
    let below = v > limit ? limit : v
    g[i] = below < -limit ? -limit : below
  }
}

/// Scales every column of a row-major matrix whose Euclidean norm is above `limit` down to it. A
/// column's squares are summed over the rows in order.
public func limitColumnNorms(
  _ w: UnsafeMutablePointer<Real>, to limit: Real, rows: Int, columns: Int
) {
  for first in stride(from: 0, to: columns, by: 16) {
    let width = min(16, columns - first)
    var factors = InlineArray<16, Real>(repeating: 0)
    for i in 0..<rows {
      let row = w + i * columns + first
      for j in 0..<width { factors[j] += row[j] * row[j] }
    }
    for j in 0..<width {
      let norm = factors[j].squareRoot()
      factors[j] = norm > limit ? limit / norm : 1
    }
    for i in 0..<rows {
      let row = w + i * columns + first
      for j in 0..<width { row[j] *= factors[j] }
    }
  }
}

/// average += part · (w − average): a step of an exponential or of a running mean.
public func approach(
  _ w: UnsafePointer<Real>, by part: Real, average: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { average[i] += part * (w[i] - average[i]) }
}
