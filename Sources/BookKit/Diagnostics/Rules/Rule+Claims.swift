extension Rule {
  static let claims = Family(
    title: "Claims",
    rules: [
      Rule(
        "claim-refuted",
        "The numbers of an experiment contradict a sentence of the book. The message gives the "
          + "estimate, its range or interval, the number of seeds and what the claim needs.",
        remedy: "Change the sentence. Change the experiment only if it does not test what the "
          + "sentence says."),
      Rule(
        "claim-undecided",
        "The numbers neither show nor contradict a sentence: there are too few seeds for the "
          + "claim's confidence.",
        remedy: "Run more seeds with `seeds=…`, or claim less."),
      Rule(
        "bad-ledger",
        "The list of the articles' claims, `chapters/claims.yaml`, is not what it should be at "
          + "this line.",
        remedy: "Write each claim with its `id`, `line`, `claim`, `verdict` and `technique`."),
      Rule(
        "unproven-verdict",
        "The list says what became of a claim, but no claim of an experiment that cites it holds.",
        remedy: "Cite it with `tests:` in the claim that decides it, or call it what nobody "
          + "decided."),
      Rule(
        "unknown-claim",
        "A claim of an experiment cites one of an article that the list does not "
          + "have.",
        remedy: "Correct the id, or add the claim to `chapters/claims.yaml`."),
    ])
}
