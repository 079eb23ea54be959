/// A falsifiable sentence and the numbers that decide it.
public struct Claim: Codable, Sendable, Equatable {
  /// The sentence, in plain words.
  public var sentence: String
  /// The left side: one number, or one a seed.
  public var left: [Double]
  /// What is claimed of the two sides.
  public var relation: Relation
  /// The right side: one number, or one a seed.
  public var right: [Double]
  /// How strongly the claim is made.
  public var strength: Strength
  /// The articles' claims that it decides: `A17`.
  public var tests: [String]
  /// Where it was made.
  public var location: BlockLocation

  /// Creates a claim.
  public init(
    sentence: String, left: [Double], relation: Relation, right: [Double], strength: Strength,
    tests: [String], location: BlockLocation
  ) {
    self.sentence = sentence
    self.left = left
    self.relation = relation
    self.right = right
    self.strength = strength
    self.tests = tests
    self.location = location
  }

  /// What is claimed of the two sides of a comparison.
  public enum Relation: String, Codable, Sendable {
    /// left < right
    case less = "<"
    /// left ≤ right
    case lessOrEqual = "≤"
    /// left > right
    case greater = ">"
    /// left ≥ right
    case greaterOrEqual = "≥"
    /// left = right
    case equal = "="
  }

  /// How strongly a claim is made.
  public enum Strength: Codable, Sendable, Equatable {
    /// A mathematical statement: every pair obeys the relation, give or take `tolerance`
    /// (|left − right| ≤ tolerance for `=`).
    case exact(tolerance: Double)
    /// Every seed obeys the relation by more than `margin`.
    case everySeed(margin: Double)
    /// The mean of the paired differences obeys the relation by more than `margin`:
    /// its Student t interval at `confidence` lies on the claimed side.
    case interval(confidence: Double, margin: Double)
  }
}
