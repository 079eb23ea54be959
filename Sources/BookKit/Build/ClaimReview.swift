import Numerics
import Results

/// Compares what an experiment claims with its numbers.
struct ClaimReview {
  /// How many claims ended how.
  var held = 0
  var refuted = 0
  var undecided = 0
  /// One for each claim that did not hold.
  var diagnostics: [Diagnostic] = []

  /// Adds the claims of one experiment.
  mutating func add(_ result: ExperimentResult, of job: ExperimentJob) {
    for claim in result.claims {
      let verdict = claim.verdict
      switch verdict.outcome {
      case .held: held += 1
      case .refuted:
        refuted += 1
        diagnostics.append(
          diagnostic(
            claim, job, rule: "claim-refuted",
            "The numbers refute “\(claim.sentence)”: \(Self.numbers(claim, verdict, result.seeds)).",
            hint: "Correct the sentence, or the experiment."))
      case .undecided:
        undecided += 1
        diagnostics.append(
          diagnostic(
            claim, job, rule: "claim-undecided",
            "The numbers do not decide “\(claim.sentence)”: \(Self.numbers(claim, verdict, result.seeds)).",
            hint: job.seeds.contains("..")
              ? "Try more seeds, or claim less."
              : "Run more seeds with `seeds=…` on the fence, or claim less."))
      }
    }
  }

  private func diagnostic(
    _ claim: Claim, _ job: ExperimentJob, rule: String, _ message: String, hint: String
  ) -> Diagnostic {
    let fence = job.experiment.span
    return Diagnostic(
      rule: rule, message, hint: hint, path: job.chapter,
      span: SourceSpan(
        line: fence.line + claim.location.line,
        column: claim.location.column + fence.column - 1))
  }

  /// `left − right is 0.12 on average (range −0.1 to 0.2 over 5 seeds, worst on seed 3); the claim needs
  /// below 0`
  static func numbers(_ claim: Claim, _ verdict: Verdict, _ seeds: [Int]) -> String {
    let text = { (x: Double) in NumberFormatting.significant(x, digits: 4) }
    guard verdict.pairs > 0 else { return "it compares no numbers" }
    if verdict.estimate.isNaN { return "one of its numbers is not a number (nan)" }
    let needed =
      switch claim.relation {
      case .less: "below"
      case .lessOrEqual: "at most"
      case .greater: "above"
      case .greaterOrEqual: "at least"
      case .equal: "equal to"
      }
    let should = "the claim needs \(needed) 0\(margin(claim))"
    if verdict.pairs == 1, case .interval = claim.strength {
      return "left − right is \(text(verdict.estimate)), and an interval needs at least two seeds"
    }
    if verdict.pairs == 1 {
      return "left − right is \(text(verdict.estimate)); \(should)"
    }
    let spread =
      switch claim.strength {
      case .interval(let confidence, _):
        "\(NumberFormatting.significant(confidence * 100, digits: 3)) % interval"
      default: "range"
      }
    // Pairs are of seeds where there are as many; else of steps or classes.
    var worst = ""
    if verdict.outcome == .refuted, seeds.count == verdict.pairs, let pair = claim.worstPair {
      worst = ", worst on seed \(seeds[pair])"
    }
    return
      "left − right is \(text(verdict.estimate)) on average (\(spread) \(text(verdict.low)) to "
      + "\(text(verdict.high)) over \(verdict.pairs) seeds\(worst)); \(should)"
  }

  private static func margin(_ claim: Claim) -> String {
    let (name, size) =
      switch claim.strength {
      case .exact(let tolerance): ("a tolerance", tolerance)
      case .everySeed(let margin), .interval(_, let margin): ("a margin", margin)
      }
    return size == 0 ? "" : " with \(name) of \(NumberFormatting.exact(size))"
  }
}
