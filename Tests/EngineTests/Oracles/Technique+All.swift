extension Technique {
  /// All of them, in the order of the page.
  static let all: [Technique] =
    penalties + targets + dropout + vision + dense + sequences + averages + optimizers
    + augmentation + measures + closedForms + data + numerics
}
