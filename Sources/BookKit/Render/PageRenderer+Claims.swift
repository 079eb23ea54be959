import Results

extension PageRenderer {
  /// The claims with their verdicts: a sign, a word, and the numbers that decided.
  func claims(_ claims: [Claim], _ experiment: String) -> HTML {
    guard !claims.isEmpty else { return HTML() }
    let ledger =
      book.book.ledger == nil ? nil : SitePath.relative(from: page.path, to: LedgerPage.path)
    let items = claims.enumerated().map { number, claim -> HTML in
      let verdict = claim.verdict
      let sign = HTML.tag(
        "span", ["class": "sign", "aria-hidden": "true"], HTML(verdict.outcome.sign))
      let word = HTML.tag("p", ["class": "verdict"], sign + HTML(" \(verdict.outcome.word)"))
      return .tag(
        "li",
        ["class": "claim \(verdict.outcome.rawValue)", "id": "claim-\(experiment)-\(number + 1)"],
        word + .tag("p", ["class": "sentence"], HTML(NumberWords.set(claim.sentence)))
          + .tag("p", ["class": "evidence"], ClaimWords(claim, verdict, ledger: ledger).evidence))
    }.joined("\n")
    return .tag("ul", ["class": "claims", "aria-label": "Claims"], items)
  }
}

extension Verdict.Outcome {
  /// The verdict for those who do not see its colour.
  var word: String {
    switch self {
    case .held: "Holds"
    case .refuted: "Refuted"
    case .undecided: "Undecided"
    }
  }

  var sign: String {
    switch self {
    case .held: "✓"
    case .refuted: "✗"
    case .undecided: "?"
    }
  }
}

/// The small print under a claim.
struct ClaimWords {
  private let claim: Claim
  private let verdict: Verdict
  /// The address of the ledger; nil for a book without one.
  private let ledger: String?

  init(_ claim: Claim, _ verdict: Verdict, ledger: String?) {
    self.claim = claim
    self.verdict = verdict
    self.ledger = ledger
  }

  /// Estimate, spread, what was asked for, and whose claim it tests.
  var evidence: HTML {
    var parts = [HTML("difference ") + number(verdict.estimate) + spread, asked]
    if !claim.tests.isEmpty {
      parts.append(HTML("tests ") + claim.tests.map(cited).joined(", "))
    }
    return parts.joined(" · ")
  }

  private func cited(_ id: String) -> HTML {
    ledger.map { .tag("a", ["href": "\($0)#\(id)"], HTML(id)) } ?? HTML(id)
  }

  private var spread: HTML {
    guard verdict.pairs > 1 else { return HTML() }
    let ends = number(verdict.low) + HTML(" to ") + number(verdict.high)
    let pairs = "\(verdict.pairs) pairs"
    if case .interval(let confidence, _) = claim.strength {
      guard verdict.outcome != .undecided || verdict.low != verdict.high else { return HTML() }
      return HTML(" (") + NumberText(percentOf: confidence).html + HTML(" interval ") + ends
        + HTML(", \(pairs))")
    }
    return HTML(" (") + ends + HTML(" in \(pairs))")
  }

  /// What the claim asks of the difference, in words.
  private var asked: HTML {
    switch claim.strength {
    case .exact(let tolerance):
      if claim.relation == .equal { return HTML("asked: 0 within ") + typed(tolerance) }
      return HTML("asked: \(side)")
        + (tolerance == 0 ? HTML() : HTML(" within ") + typed(tolerance))
    case .everySeed(let margin):
      return HTML("asked: \(side)") + by(margin)
        + HTML(verdict.pairs > 1 ? " on every seed" : "")
    case .interval(_, let margin): return HTML("asked: whole interval \(side)") + by(margin)
    }
  }

  private var side: String {
    switch claim.relation {
    case .less: "below 0"
    case .lessOrEqual: "at most 0"
    case .greater: "above 0"
    case .greaterOrEqual: "at least 0"
    case .equal: "0"
    }
  }

  private func by(_ margin: Double) -> HTML {
    if margin == 0 { return HTML() }
    return HTML(claim.relation == .equal ? " within " : " by more than ") + typed(abs(margin))
  }

  private func number(_ x: Double) -> HTML { NumberText(x).html }

  private func typed(_ x: Double) -> HTML { NumberText(exactly: x).html }
}
