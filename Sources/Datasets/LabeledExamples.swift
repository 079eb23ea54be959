import Kernels
import Numerics

/// Examples of a classification task: a row of numbers and a class for each.
public struct LabeledExamples: Sendable {
  /// How many numbers an example has.
  public let features: Int
  /// How many classes there are; labels are 0 to `classes` − 1.
  public let classes: Int
  /// How the numbers lie in an image; nil where they are not one.
  public let image: ImageSize?
  /// The numbers, example by example.
  public var inputs: [Real]
  /// The class of each example.
  public var labels: [Int32]

  /// Creates a set of examples; `inputs` has `features` numbers for each label.
  public init(
    features: Int, classes: Int, inputs: [Real], labels: [Int32], image: ImageSize? = nil
  ) {
    require(
      image == nil || image!.count == features,
      "an image of \(image!.height) × \(image!.width) × \(image!.channels) has \(image!.count) numbers, not \(features)"
    )
    self.features = features
    self.classes = classes
    self.image = image
    self.inputs = inputs
    self.labels = labels
    checkSizes()
  }

  /// Refuses an empty set, and one that was changed into nonsense.
  ///
  /// - Parameter purpose: What the examples are for, `to learn from`.
  public func check(_ purpose: StaticString) {
    require(count >= 1, "there is no example \(purpose)")
    checkSizes()
  }

  private func checkSizes() {
    require(
      inputs.count == features * labels.count,
      "\(labels.count) examples of \(features) features have \(features * labels.count) numbers, and \(inputs.count) were given"
    )
    for (i, label) in labels.enumerated() {
      require(
        label >= 0 && label < classes,
        "the label \(label) of example \(i) is not one of the \(classes) classes, 0 to \(classes - 1)"
      )
    }
  }

  /// How many examples there are.
  public var count: Int { labels.count }

  /// Some of the examples, in the order given.
  public func examples(_ indices: some Sequence<Int>) -> LabeledExamples {
    var picked = LabeledExamples(
      features: features, classes: classes, inputs: [], labels: [], image: image)
    for i in indices {
      require(i >= 0 && i < count, "example \(i) is outside a set of \(count)")
      picked.inputs += inputs[i * features..<(i + 1) * features]
      picked.labels.append(labels[i])
    }
    return picked
  }

  /// All examples once, in the random order in which `train` sees them in an epoch, in batches of
  /// `size`; the last may be smaller.
  public func batches(of size: Int, seed: Int, epoch: Int) -> [Batch] {
    batchIndices(count, of: size, seed: seed, epoch: epoch).map {
      var batch = Batch(of: self)
      batch.fill($0, of: self)
      return batch
    }
  }

  /// The same examples with a part of the labels drawn again, each class equally likely, so that a
  /// redrawn label is the old one with probability 1 / `classes`.
  ///
  /// - Parameter fraction: The part to redraw, 0 to 1; ⌊fraction · count⌋ labels.
  public func redrawingLabels(_ fraction: Double, seed: Int) -> LabeledExamples {
    require(fraction >= 0 && fraction <= 1, "labelNoise is a part from 0 to 1, not \(fraction)")
    var random = RandomStream(seed: seed, "label noise")
    var noisy = self
    for i in random.permutation(count).prefix(Int(fraction * Double(count))) {
      noisy.labels[i] = Int32(random.integer(below: classes))
    }
    return noisy
  }
}
