import Numerics
import Results

/// The small print under a claim: what was found, how far that goes up and down, what was claimed
/// of it, and whose claim it tests.
struct ClaimWords {
  private let claim: Claim
  private let verdict: Verdict
  private let unit: Unit
  /// The sides as the source spells them. Those of an equality are told as they are: it claims a number.
  private let source: ClaimSource
  /// The address of the ledger; nil for a book without one.
  private let ledger: String?

  /// - Parameters:
  ///   - source: What the sides are made of, so that 5 × b is not taken for b.
  ///   - result: What the experiment recorded and shows; a claim about one of these numbers is told in its
  ///     unit.
  init(_ claim: Claim, _ source: ClaimSource, of result: ExperimentResult, ledger: String?) {
    self.claim = claim
    self.source = claim.relation == .equal ? .unread : source
    verdict = claim.verdict
    unit = result.unit(of: claim, self.source)
    self.ledger = ledger
  }

  /// `found 6.57 · claimed: above 6 · tests E14`.
  var evidence: HTML {
    var parts = isBesideOne ? [found] : [HTML("found ") + means, difference]
    parts.append(HTML("claimed: ") + claimed)
    if !claim.tests.isEmpty {
      parts.append(HTML("tests ") + claim.tests.map(cited).joined(", "))
    }
    return parts.joined(" · ")
  }

  private func cited(_ id: String) -> HTML {
    ledger.map { .tag("a", ["href": "\($0)#\(id)"], HTML(id)) } ?? HTML(id)
  }

  // MARK: What is found

  /// Whether the right side is one number: a limit.
  private var isBesideOne: Bool { claim.right.count == 1 }

  /// The left side in its own measure, for a right side that is one number.
  private var found: HTML {
    let right = claim.right[0]
    // Not the estimate and the right side together, whose sum may be rounded the other way.
    var text = HTML("found ") + spelled(source.left, claim.left)
    if claim.relation == .equal, verdict.estimate != 0, right != 0 {
      text += HTML(" (") + spelled(verdict.estimate, differenceUnit) + HTML(" off)")
    }
    let shift = right - source.left.offset
    return text + spread(low: verdict.low + shift, high: verdict.high + shift, unit)
  }

  /// `0.774 against 0.695`, `22.2 against 5 × 0.548`.
  private var means: HTML {
    spelled(source.left, claim.left)
      + HTML(source.right.isCalculated ? " against a limit of " : " against ")
      + spelled(source.right, claim.right)
  }

  /// What the right side adds to the term that it is about, and the left one does not.
  private var added: Double { source.right.offset - source.left.offset }

  private var difference: HTML {
    HTML("difference ") + spelled(verdict.estimate + added, differenceUnit)
      + spread(low: verdict.low + added, high: verdict.high + added, differenceUnit)
  }

  private func spread(low: Double, high: Double, _ unit: Unit) -> HTML {
    guard verdict.pairs > 1 else { return HTML() }
    let format = ValueFormat("\(Self.format(unit, digits: 0)) range")!
    let range = NumberText([low, high], unit: unit, format: format).html
    if case .interval(let confidence, _) = claim.strength {
      guard verdict.outcome != .undecided || low != high else { return HTML() }
      return HTML(", ") + NumberText(percentOf: confidence).html + HTML(" interval ") + range
        + HTML(" from \(verdict.pairs) pairs")
    }
    return HTML(low == high ? " in each of \(verdict.pairs) pairs" : ", ")
      + (low == high ? HTML() : range + HTML(" in \(verdict.pairs) pairs"))
  }

  // MARK: What is claimed

  /// `above 0.05 on every seed`, `10 ± 0.02`, `whole interval below 0`.
  private var claimed: HTML {
    switch claim.strength {
    case .exact(let tolerance):
      guard claim.relation != .equal else { return equal(within: tolerance) }
      return HTML("\(side) ") + limit
        + (tolerance == 0 ? HTML() : HTML(", give or take ") + typed(tolerance, differenceUnit))
    case .everySeed(let margin):
      let seeds = HTML(verdict.pairs > 1 ? " on every seed" : "")
      return (claim.relation == .equal ? equal(within: margin) : asked(margin)) + seeds
    case .interval(_, let margin):
      return claim.relation == .equal
        ? HTML("whole interval within ") + equal(within: margin)
        : HTML("whole interval ") + asked(margin)
    }
  }

  private func equal(within tolerance: Double) -> HTML {
    limit + (tolerance == 0 ? HTML() : HTML("\u{A0}±\u{A0}") + typed(tolerance, differenceUnit))
  }

  /// What the left side, or the difference, is compared with: `6`, `10 × 0.2`, `20 − 6`.
  private var limit: HTML {
    guard isBesideOne else { return typed(added, differenceUnit) }
    let right = source.right
    guard right.factor != nil || added != 0 else { return typed(claim.right[0], unit) }
    let term = right.term(of: claim.right)[0]
    let text =
      right.factor.map { factor in
        times(factor)
          + (unit == .number ? typed(term, unit) : spelled(term, unit, more: digitsApart))
      } ?? typed(term, unit)
    guard added != 0 else { return text }
    return text + HTML(added < 0 ? " − " : " + ") + typed(abs(added), differenceUnit)
  }

  /// A margin moves a limit of 0, and stands beside any other.
  private func asked(_ margin: Double) -> HTML {
    let isZero = isBesideOne ? claim.right[0] == 0 && added == 0 : added == 0
    guard margin != 0, !isZero else {
      let isLess = claim.relation == .less || claim.relation == .lessOrEqual
      let moved = typed(isLess ? -margin : margin, isBesideOne ? unit : differenceUnit)
      return HTML("\(side) ") + (isZero ? moved : limit)
    }
    return HTML("\(side) ") + limit + HTML(" by more than ") + typed(margin, differenceUnit)
  }

  private var side: String {
    switch claim.relation {
    case .less: "below"
    case .lessOrEqual: "at most"
    case .greater: "above"
    case .greaterOrEqual: "at least"
    case .equal: ""
    }
  }

  // MARK: Numbers

  /// Fractions differ by points.
  private var differenceUnit: Unit { unit == .percent ? .points : unit }

  /// The mean of a side: `0.774`, `5 × 0.548`.
  private func spelled(_ side: ClaimSide, _ samples: [Double]) -> HTML {
    (side.factor.map(times) ?? HTML())
      + spelled(SampleSummary(side.term(of: samples)).mean, unit, more: digitsApart)
  }

  private func times(_ factor: Double) -> HTML {
    NumberText(exactly: factor).html + HTML("\u{A0}×\u{A0}")
  }

  /// How many more digits than they need set the two sides apart.
  private var digitsApart: Int {
    let left = SampleSummary(claim.left).mean - source.left.offset
    let right = SampleSummary(claim.right).mean - source.right.offset
    guard left != right, claim.relation != .equal else { return 0 }
    return (0...4).first { more in
      let format = ValueFormat(Self.format(unit, digits: more))!
      return NumberText([left], unit: unit, format: format)
        != NumberText([right], unit: unit, format: format)
    } ?? 0
  }

  /// A measured number.
  private func spelled(_ x: Double, _ unit: Unit, more: Int = 0) -> HTML {
    NumberText([x], unit: unit, format: ValueFormat(Self.format(unit, digits: more))!).html
  }

  /// The format of a measured number, with so many more digits than it needs.
  private static func format(_ unit: Unit, digits more: Int) -> String {
    switch unit {
    case .percent: "percent \(1 + more)"
    case .points: "points \(1 + more)"
    case .number, .count: "significant \(3 + more)"
    }
  }

  /// A number that somebody wrote into the claim, or a measured one where it is long.
  private func typed(_ x: Double, _ unit: Unit) -> HTML {
    switch unit {
    case .percent: return NumberText(percentOf: x).html
    case .points:
      var text = NumberText(percentOf: x)
      text.pieces.removeLast()
      return text.html + HTML(x == 0 ? "" : abs(x) == 0.01 ? "\u{A0}point" : "\u{A0}points")
    case .number, .count:
      let exact = NumberText(exactly: x)
      return exact.plain.count > 9 ? spelled(x, unit) : exact.html
    }
  }
}
