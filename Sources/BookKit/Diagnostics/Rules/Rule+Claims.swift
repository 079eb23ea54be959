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
    ])
}
