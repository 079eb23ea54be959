extension Technique {
  /// All of them, in the order of the page.
  static let all: [Technique] = penalties + targets + dense + vision + sequences + dropout + averages + optimizers + closedForms + measures
}
