import Results

extension PageRenderer {
  /// The claims with their verdicts: a sign, a word, and the numbers that decided.
  func claims(of result: ExperimentResult, _ experiment: Experiment) -> HTML {
    let claims = result.claims
    guard !claims.isEmpty else { return HTML() }
    let lines = SwiftSource.codeOnly(experiment.code).lines
    let ledger =
      book.book.ledger == nil ? nil : SitePath.relative(from: page.path, to: LedgerPage.path)
    let items = claims.enumerated().map { number, claim -> HTML in
      let verdict = claim.verdict
      let sign = HTML.tag(
        "span", ["class": "sign", "aria-hidden": "true"], HTML(verdict.outcome.sign))
      let word = HTML.tag("p", ["class": "verdict"], sign + HTML(" \(verdict.outcome.word)"))
      return .tag(
        "li",
        [
          "class": "claim \(verdict.outcome.rawValue)",
          "id": "claim-\(experiment.id)-\(number + 1)",
        ],
        word + .tag("p", ["class": "sentence"], HTML(NumberWords.set(claim.sentence)))
          + .tag(
            "p", ["class": "evidence"],
            ClaimWords(claim, ClaimSource(claim, in: lines), of: result, ledger: ledger).evidence))
    }.joined("\n")
    return .tag("ul", ["class": "claims", "aria-label": "Checks"], items)
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
