import Autograd
import Numerics

/// Cuts an example's numbers into steps: `[batch, time · features]` becomes
/// `[batch, time, features]`.
public struct Steps: Layer {
  /// How many numbers a step has.
  public let features: Int

  /// Steps of so many numbers, at least 1.
  public init(features: Int) {
    require(features >= 1, "a step has at least one number, not \(features)")
    self.features = features
  }

  /// The same numbers as sequences.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 2 && x.shape.columns >= features && x.shape.columns % features == 0,
      "Steps(features: \(features)) takes [batch, time · \(features)], and got \(x.shape)")
    return x.reshaped(Shape(x.shape[0], x.shape[1] / features, features))
  }
}

/// The last step of each sequence: `[batch, time, features]` becomes `[batch, features]`.
public struct LastStep: Layer {
  /// The last step.
  public init() {}

  /// The last step of each sequence.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { lastStep(x) }
}
