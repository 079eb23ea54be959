// Updates whose step has a size of its own for each number: rate / (√square + eps). One pass each;
// d = g + added · w throughout.

/// s ← s + d², then w ← kept · w − rate · d / (√s + eps).
public func adaGrad(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>,
  squares s: UnsafeMutablePointer<Real>, rate: Real, eps: Real, _ decay: WeightDecay, _ n: Int
) {
  for i in 0..<n {
    let here = w[i]
    let d = g[i] + decay.added * here
    let square = s[i] + d * d
    s[i] = square
    w[i] = decay.kept * here - rate * (d / (square.squareRoot() + eps))
  }
}

/// The settings of an RMSProp step.
public struct RMSPropStep {
  let alpha: Real
  let fresh: Real
  let eps: Real
  let momentum: Real
  let rate: Real
  let decay: WeightDecay

  /// `alpha` is the part of the old average that is kept, `fresh` that of the new square.
  public init(
    alpha: Real, fresh: Real, eps: Real, momentum: Real, rate: Real, _ decay: WeightDecay
  ) {
    self.alpha = alpha
    self.fresh = fresh
    self.eps = eps
    self.momentum = momentum
    self.rate = rate
    self.decay = decay
  }
}

/// s ← alpha · s + fresh · d² and the move d / (√s + eps), then w ← kept · w − rate · move.
///
/// With `mean` m ← alpha · m + fresh · d, the root is that of s − m², which rounding does not let
/// fall below 0. With `velocity`, v ← momentum · v + move is the move.
public func rmsProp(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>,
  squares s: UnsafeMutablePointer<Real>, mean: UnsafeMutablePointer<Real>?,
  velocity: UnsafeMutablePointer<Real>?, _ step: RMSPropStep, _ n: Int
) {
  switch (mean, velocity) {
  case (nil, nil): rmsProp(false, false, w, g, s, s, s, step, n)
  case (let m?, nil): rmsProp(true, false, w, g, s, m, s, step, n)
  case (nil, let v?): rmsProp(false, true, w, g, s, s, v, step, n)
  case (let m?, let v?): rmsProp(true, true, w, g, s, m, v, step, n)
  }
}

@inline(__always)
private func rmsProp(
  _ centered: Bool, _ moving: Bool, _ w: UnsafeMutablePointer<Real>, _ g: UnsafePointer<Real>,
  _ s: UnsafeMutablePointer<Real>, _ m: UnsafeMutablePointer<Real>,
  _ v: UnsafeMutablePointer<Real>, _ step: RMSPropStep, _ n: Int
) {
  for i in 0..<n {
    let here = w[i]
    let d = g[i] + step.decay.added * here
    let square = step.alpha * s[i] + step.fresh * (d * d)
    s[i] = square
    var spread = square
    if centered {
      let mean = step.alpha * m[i] + step.fresh * d
      m[i] = mean
      let variance = square - mean * mean
      spread = variance < 0 ? 0 : variance
    }
    var move = d / (spread.squareRoot() + step.eps)
    if moving {
      move = step.momentum * v[i] + move
      v[i] = move
    }
    w[i] = step.decay.kept * here - step.rate * move
  }
}

/// The settings of a step of Adam: decay rates and what corrects their bias.
public struct AdamStep {
  let beta1: Real
  let fresh1: Real
  let beta2: Real
  let fresh2: Real
  let rootCorrection: Real
  let eps: Real
  let rate: Real
  let decay: WeightDecay

  /// - Parameters:
  ///   - betas: The parts of the old averages that are kept.
  ///   - fresh: The parts of the new gradient and its square, 1 − β.
  ///   - rootCorrection: What the root of the mean square is multiplied by: 1/√(1 − β₂ᵗ).
  ///   - rate: What the quotient is multiplied by: η / (1 − β₁ᵗ).
  public init(
    betas: (Real, Real), fresh: (Real, Real), rootCorrection: Real, eps: Real, rate: Real,
    _ decay: WeightDecay
  ) {
    (beta1, beta2) = betas
    (fresh1, fresh2) = fresh
    self.rootCorrection = rootCorrection
    self.eps = eps
    self.rate = rate
    self.decay = decay
  }
}

/// m ← β₁ m + (1 − β₁) d and s ← β₂ s + (1 − β₂) d², then
/// w ← kept · w − rate · m / (√s · rootCorrection + eps).
public func adam(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>,
  mean m: UnsafeMutablePointer<Real>, squares s: UnsafeMutablePointer<Real>, _ step: AdamStep,
  _ n: Int
) {
  for i in 0..<n {
    let here = w[i]
    let d = g[i] + step.decay.added * here
    let mean = step.beta1 * m[i] + step.fresh1 * d
    let square = step.beta2 * s[i] + step.fresh2 * (d * d)
    m[i] = mean
    s[i] = square
    w[i] =
      step.decay.kept * here - step.rate
      * (mean / (square.squareRoot() * step.rootCorrection + step.eps))
  }
}
