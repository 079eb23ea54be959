extension Technique {
  /// All of them, in the order of the page.
  static let all: [Technique] = dense + numerics
}
