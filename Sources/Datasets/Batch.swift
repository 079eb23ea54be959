import Kernels
import Numerics

/// The examples of one training step. Its memory is used again by every step.
public struct Batch: Sendable {
  /// How many numbers an example has.
  public let features: Int
  /// How many classes there are.
  public let classes: Int
  /// How the numbers lie in an image; nil where they are not one.
  public let image: ImageSize?
  /// The numbers, example by example.
  public var inputs: [Real] = []
  /// The class of each example.
  public var labels: [Int32] = []
  /// Soft targets, `classes` numbers an example that sum to 1; empty where the labels hold.
  public var targets: [Real] = []
  /// Room that augmentations use.
  var scratch: [Real] = []

  /// An empty batch of examples such as these.
  public init(of examples: LabeledExamples) {
    features = examples.features
    classes = examples.classes
    image = examples.image
  }

  /// How many examples there are.
  public var count: Int { labels.count }

  /// Puts these examples in, in the order given, with their labels.
  public mutating func fill(_ rows: ArraySlice<Int>, of examples: LabeledExamples) {
    require(
      examples.features == features && examples.classes == classes,
      "a batch of \(features) features and \(classes) classes cannot hold examples of \(examples.features) and \(examples.classes)"
    )
    inputs.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    // Through pointers: a slice of an array would count references, which threads share.
    examples.inputs.withUnsafeBufferPointer { numbers in
      examples.labels.withUnsafeBufferPointer { classes in
        for row in rows {
          require(
            row >= 0 && row < classes.count, "example \(row) is outside a set of \(classes.count)")
          inputs.append(
            contentsOf: UnsafeBufferPointer(
              rebasing: numbers[row * features..<(row + 1) * features]))
          labels.append(classes[row])
        }
      }
    }
  }
}
