/// Examples to learn from and examples to judge by.
public struct Split: Sendable {
  /// What a network learns from.
  public var train: LabeledExamples
  /// What settings and the time to stop are chosen by; nil where nothing is chosen.
  public var validation: LabeledExamples?
  /// What it is judged by; never used to choose anything.
  public var test: LabeledExamples

  /// Creates a split.
  public init(
    train: LabeledExamples, validation: LabeledExamples? = nil, test: LabeledExamples
  ) {
    self.train = train
    self.validation = validation
    self.test = test
  }
}
