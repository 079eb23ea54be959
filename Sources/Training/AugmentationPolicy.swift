import Datasets
import Numerics

/// A choice of augmentations with a name, to be judged by validation.
public struct AugmentationPolicy: Sendable {
  /// What it is called.
  public let name: String
  /// What is done to each batch, in this order.
  public let augmentation: [any Augmentation]

  /// A policy.
  public init(_ name: String, _ augmentation: [any Augmentation]) {
    self.name = name
    self.augmentation = augmentation
  }

  /// Each operation alone, at a magnitude from 0 to 10.
  public static func each(
    of operations: [RandAugment.Operation], magnitude: Double = 10
  ) -> [AugmentationPolicy] {
    operations.map {
      AugmentationPolicy(
        $0.name, [RandAugment(operations: [$0], count: 1, magnitude: magnitude)])
    }
  }

  /// RandAugment with each count and magnitude: the paper's whole search (Cubuk et al. 2020, §4).
  public static func grid(
    of operations: [RandAugment.Operation], counts: [Int], magnitudes: [Double]
  ) -> [AugmentationPolicy] {
    counts.flatMap { n in
      magnitudes.map { m in
        AugmentationPolicy(
          "N = \(n), M = \(NumberFormatting.exact(m))",
          [RandAugment(operations: operations, count: n, magnitude: m)])
      }
    }
  }
}

/// A policy and how well a network did with it.
public struct RankedPolicy: Sendable {
  /// The policy.
  public let policy: AugmentationPolicy
  /// The run's last accuracy on the validation examples.
  public let validationAccuracy: Double
}

/// Trains once with each policy and ranks them by the accuracy on validation examples, the best first;
/// of equals, the one that stands earlier. Test examples have no say.
///
/// - Parameters:
///   - policies: At least one.
///   - training: A run with a policy's augmentation, on data with validation examples.
public func rankedByValidation(
  _ policies: [AugmentationPolicy], training: ([any Augmentation]) -> Run
) -> [RankedPolicy] {
  require(!policies.isEmpty, "there is no policy to rank")
  let scores = policies.map { policy in
    guard let accuracy = training(policy.augmentation).validationAccuracy.last else {
      refuse(
        "policies are ranked by validation examples, and the run of \"\(policy.name)\" had none")
    }
    return RankedPolicy(policy: policy, validationAccuracy: accuracy)
  }
  return scores.enumerated().sorted {
    ($1.element.validationAccuracy, $0.offset) < ($0.element.validationAccuracy, $1.offset)
  }.map(\.element)
}
