import Numerics
import Results

/// The small print under a claim: what was found, how far that goes up and down, what was claimed
/// of it, and whose claim it tests.
struct ClaimWords {
  private let claim: Claim
  private let verdict: Verdict
  private let unit: Unit
  /// The address of the ledger; nil for a book without one.
  private let ledger: String?

  /// - Parameter result: What the experiment recorded and shows; a claim about one of these numbers is
  ///   told in its unit.
  init(_ claim: Claim, of result: ExperimentResult, ledger: String?) {
    self.claim = claim
    verdict = claim.verdict
    unit = result.unit(of: claim)
    self.ledger = ledger
  }

  /// `found 6.57 · claimed: above 6 · tests E14`.
  var evidence: HTML {
    var parts =
      claim.right.count == 1
      ? [beside(claim.right[0])] : [HTML("found ") + means, difference]
    parts.append(HTML("claimed: ") + claimed)
    if !claim.tests.isEmpty {
      parts.append(HTML("tests ") + claim.tests.map(cited).joined(", "))
    }
    return parts.joined(" · ")
  }

  private func cited(_ id: String) -> HTML {
    ledger.map { .tag("a", ["href": "\($0)#\(id)"], HTML(id)) } ?? HTML(id)
  }

  // MARK: Beside one number

  /// The left side in its own measure, for a right side that is one number.
  private func beside(_ right: Double) -> HTML {
    // Not the estimate and the right side together, whose sum may be rounded the other way.
    let found = SampleSummary(claim.left).mean
    var text = HTML("found ") + spelled(found, unit, apartFrom: right)
    if claim.relation == .equal, verdict.estimate != 0, right != 0 {
      text += HTML(" (") + spelled(verdict.estimate, differenceUnit) + HTML(" off)")
    }
    return text + spread(low: verdict.low + right, high: verdict.high + right, unit)
  }

  // MARK: Beside as many numbers

  /// `0.774 against 0.695`.
  private var means: HTML {
    let (left, right) = (SampleSummary(claim.left).mean, SampleSummary(claim.right).mean)
    return spelled(left, unit, apartFrom: right) + HTML(" against ")
      + spelled(right, unit, apartFrom: left)
  }

  private var difference: HTML {
    HTML("difference ") + spelled(verdict.estimate, differenceUnit)
      + spread(low: verdict.low, high: verdict.high, differenceUnit)
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
    let isOne = claim.right.count == 1
    let threshold = isOne ? claim.right[0] : 0
    let measure = isOne ? unit : differenceUnit
    switch claim.strength {
    case .exact(let tolerance):
      guard claim.relation != .equal else { return equal(threshold, within: tolerance, measure) }
      return HTML("\(side) ") + typed(threshold, measure)
        + (tolerance == 0 ? HTML() : HTML(", give or take ") + typed(tolerance, differenceUnit))
    case .everySeed(let margin):
      let seeds = HTML(verdict.pairs > 1 ? " on every seed" : "")
      guard claim.relation != .equal else {
        return equal(threshold, within: margin, measure) + seeds
      }
      return asked(margin, of: threshold, measure) + seeds
    case .interval(_, let margin):
      guard claim.relation != .equal else {
        return HTML("whole interval within ") + equal(threshold, within: margin, measure)
      }
      return HTML("whole interval ") + asked(margin, of: threshold, measure)
    }
  }

  private func equal(_ threshold: Double, within tolerance: Double, _ measure: Unit) -> HTML {
    typed(threshold, measure)
      + (tolerance == 0 ? HTML() : HTML("\u{A0}±\u{A0}") + typed(tolerance, differenceUnit))
  }

  /// A margin moves a threshold of 0, and stands beside any other.
  private func asked(_ margin: Double, of threshold: Double, _ measure: Unit) -> HTML {
    let isLess = claim.relation == .less || claim.relation == .lessOrEqual
    guard margin != 0, threshold != 0 else {
      return HTML("\(side) ") + typed(threshold + (isLess ? -margin : margin), measure)
    }
    return HTML("\(side) ") + typed(threshold, measure) + HTML(" by more than ")
      + typed(margin, differenceUnit)
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

  /// A measured number, with as many digits as set it apart from the other.
  private func spelled(_ x: Double, _ unit: Unit, apartFrom other: Double? = nil) -> HTML {
    let formats = (0...4).lazy.map { ValueFormat(Self.format(unit, digits: $0))! }
    let texts = formats.map { NumberText([x], unit: unit, format: $0) }
    guard let other, other != x, claim.relation != .equal else { return texts.first!.html }
    let apart = zip(texts, formats).first { text, format in
      text != NumberText([other], unit: unit, format: format)
    }
    return (apart?.0 ?? texts.first!).html
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
