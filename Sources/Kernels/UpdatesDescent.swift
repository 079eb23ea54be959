// What gradient descent does to n parameters w with their gradients g, in one pass.

/// How weight decay enters an update of w with the gradient g: `added` · w joins the gradient (an L2
/// penalty), and w is multiplied by `kept` (decoupled decay).
public struct WeightDecay: Sendable {
  /// What multiplies w in the gradient; 0 for none.
  public let added: Real
  /// What w is multiplied by; 1 for none.
  public let kept: Real

  /// No decay.
  public static let none = WeightDecay(added: 0, kept: 1)

  /// A decay of either kind or none.
  public init(added: Real = 0, kept: Real = 1) {
    self.added = added
    self.kept = kept
  }
}

/// w ← kept · w − rate · d, with d = g + added · w.
public func descend(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>, rate: Real, _ decay: WeightDecay,
  _ n: Int
) {
  for i in 0..<n {
    let here = w[i]
    w[i] = decay.kept * here - rate * (g[i] + decay.added * here)
  }
}

/// v ← momentum · v + fresh · d, then w ← kept · w − rate · v, with d = g + added · w.
public func descend(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>,
  velocity v: UnsafeMutablePointer<Real>, momentum: Real, fresh: Real, rate: Real,
  _ decay: WeightDecay, _ n: Int
) {
  for i in 0..<n {
    let here = w[i]
    let moved = momentum * v[i] + fresh * (g[i] + decay.added * here)
    v[i] = moved
    w[i] = decay.kept * here - rate * moved
  }
}

/// v ← momentum · v + d, then w ← kept · w − rate · (d + momentum · v), with d = g + added · w.
public func descendAhead(
  _ w: UnsafeMutablePointer<Real>, along g: UnsafePointer<Real>,
  velocity v: UnsafeMutablePointer<Real>, momentum: Real, rate: Real, _ decay: WeightDecay, _ n: Int
) {
  for i in 0..<n {
    let here = w[i]
    let d = g[i] + decay.added * here
    let moved = momentum * v[i] + d
    v[i] = moved
    w[i] = decay.kept * here - rate * (d + momentum * moved)
  }
}
