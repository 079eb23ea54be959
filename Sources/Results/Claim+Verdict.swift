import Numerics

/// What the numbers say of a claim.
public struct Verdict: Codable, Sendable, Equatable {
  /// The three ends of a trial.
  public enum Outcome: String, Codable, Sendable {
    /// The numbers support the claim at its strength.
    case held
    /// The numbers contradict it.
    case refuted
    /// There are not enough seeds to tell.
    case undecided
  }

  /// The end of the trial.
  public var outcome: Outcome
  /// The mean of left − right.
  public var estimate: Double
  /// The interval of that mean for a claim of strength `interval`; else the range over the seeds.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// How many pairs were compared.
  public var pairs: Int
}

extension Claim {
  /// Decides the claim from its numbers alone.
  ///
  /// A side with one number is compared with every number of the other side. A difference that is
  /// not a number refutes the claim.
  public var verdict: Verdict {
    let differences = differences
    let estimate = differences.reduce(0, +) / Double(differences.count)
    var verdict = Verdict(
      outcome: .refuted, estimate: estimate, low: differences.min() ?? .nan,
      high: differences.max() ?? .nan, pairs: differences.count)
    guard !differences.isEmpty, differences.allSatisfy({ !$0.isNaN }) else { return verdict }
    switch strength {
    case .exact(let tolerance):
      if differences.allSatisfy({ obeys($0, margin: -tolerance) }) { verdict.outcome = .held }
    case .everySeed(let margin):
      if differences.allSatisfy({ obeys($0, margin: margin) }) { verdict.outcome = .held }
    case .interval(let confidence, let margin):
      guard differences.count > 1 else {
        verdict.outcome = .undecided
        return verdict
      }
      let reach = Self.halfWidth(of: differences, around: estimate, confidence: confidence)
      verdict.low = estimate - reach
      verdict.high = estimate + reach
      verdict.outcome = outcome(low: verdict.low, high: verdict.high, margin: margin)
    }
    return verdict
  }

  /// The place of the pair that speaks most against the claim; nil where fewer than two are compared.
  public var worstPair: Int? {
    let differences = differences
    guard differences.count > 1 else { return nil }
    let badness = differences.map { difference in
      switch relation {
      case .less, .lessOrEqual: difference
      case .greater, .greaterOrEqual: -difference
      case .equal: abs(difference)
      }
    }
    return badness.indices.max { badness[$0] < badness[$1] }
  }

  /// left − right, pair by pair.
  private var differences: [Double] {
    zip(paired(left, with: right), paired(right, with: left)).map { $0 - $1 }
  }

  /// Whether a difference left − right obeys the relation by more than `margin`; a negative margin
  /// allows that much. An equality has no better and worse side: it holds within |margin|.
  private func obeys(_ difference: Double, margin: Double) -> Bool {
    switch relation {
    case .less: difference < -margin
    case .lessOrEqual: difference <= -margin
    case .greater: difference > margin
    case .greaterOrEqual: difference >= margin
    case .equal: abs(difference) <= abs(margin)
    }
  }

  /// Held where the whole interval obeys, refuted where none of it does.
  private func outcome(low: Double, high: Double, margin: Double) -> Verdict.Outcome {
    if obeys(low, margin: margin) && obeys(high, margin: margin) { return .held }
    let nearest = min(max(0, low), high)
    let best =
      switch relation {
      case .less, .lessOrEqual: low
      case .greater, .greaterOrEqual: high
      case .equal: nearest
      }
    return obeys(best, margin: margin) ? .undecided : .refuted
  }

  private func paired(_ side: [Double], with other: [Double]) -> [Double] {
    side.count == 1 && other.count > 1 ? .init(repeating: side[0], count: other.count) : side
  }

  private static func halfWidth(
    of samples: [Double], around mean: Double, confidence: Double
  ) -> Double {
    let n = Double(samples.count)
    let squares = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let standardError = (squares / (n - 1) / n).squareRoot()
    return standardError
      * StudentT.quantile(confidence: confidence, degreesOfFreedom: samples.count - 1)
  }
}
