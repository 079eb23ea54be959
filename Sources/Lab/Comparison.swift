/// What is claimed of two numbers: the second argument of `claim`, written `a < b`.
public struct Comparison: Sendable {
  let left: Samples
  let relation: Claim.Relation
  let right: Samples

  init(left: Samples, relation: Claim.Relation, right: Samples) {
    left.requirePairs(with: right)
    self.left = left
    self.relation = relation
    self.right = right
  }
}

// All are disfavoured, so that two plain numbers or literals compare to a Bool as ever wherever a
// Comparison is not asked for.

extension Samples {
  /// a < b, seed by seed.
  @_disfavoredOverload
  public static func < (a: Samples, b: Samples) -> Comparison {
    .init(left: a, relation: .less, right: b)
  }
  /// a ≤ b, seed by seed.
  @_disfavoredOverload
  public static func <= (a: Samples, b: Samples) -> Comparison {
    .init(left: a, relation: .lessOrEqual, right: b)
  }
  /// a > b, seed by seed.
  @_disfavoredOverload
  public static func > (a: Samples, b: Samples) -> Comparison {
    .init(left: a, relation: .greater, right: b)
  }
  /// a ≥ b, seed by seed.
  @_disfavoredOverload
  public static func >= (a: Samples, b: Samples) -> Comparison {
    .init(left: a, relation: .greaterOrEqual, right: b)
  }
  /// a = b, seed by seed.
  @_disfavoredOverload
  public static func == (a: Samples, b: Samples) -> Comparison {
    .init(left: a, relation: .equal, right: b)
  }
}

/// a < b
@_disfavoredOverload
public func < (a: some Measured, b: some Measured) -> Comparison { a.samples < b.samples }
/// a ≤ b
@_disfavoredOverload
public func <= (a: some Measured, b: some Measured) -> Comparison { a.samples <= b.samples }
/// a > b
@_disfavoredOverload
public func > (a: some Measured, b: some Measured) -> Comparison { a.samples > b.samples }
/// a ≥ b
@_disfavoredOverload
public func >= (a: some Measured, b: some Measured) -> Comparison { a.samples >= b.samples }
/// a = b
@_disfavoredOverload
public func == (a: some Measured, b: some Measured) -> Comparison { a.samples == b.samples }

extension Claim.Strength {
  /// Every seed obeys the relation.
  public static var everySeed: Self { .everySeed(margin: 0) }
  /// The relation holds exactly.
  public static var exact: Self { .exact(tolerance: 0) }
  /// The 95 % interval of the mean paired difference lies on the claimed side.
  public static var interval: Self { .interval(confidence: 0.95, margin: 0) }
}
