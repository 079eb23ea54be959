import Kernels
import Numerics

/// Sequences of words with a label at every step: the next word, or what is to be said there.
///
/// A batch of them is the same type, so a loop of training is short:
/// ```swift
/// for epoch in 0..<20 {
///   for batch in data.train.batches(of: 32, seed: seed, epoch: epoch) {
///     trainer.step { network in crossEntropy(network(batch), batch.labels) }
///   }
/// }
/// ```
public struct SequenceExamples: Sendable {
  /// How many steps a sequence has.
  public let length: Int
  /// How many words the inputs are made of: 0 to `vocabulary` − 1.
  public let vocabulary: Int
  /// How many classes there are; labels are 0 to `classes` − 1.
  public let classes: Int
  /// The words as numbers, `[count, length]` in row-major order.
  public let inputs: [Real]
  /// The labels, `[count, length]` in row-major order.
  public let labels: [Int32]

  /// Creates a set of sequences; `inputs` and `labels` have `length` numbers for each.
  public init(length: Int, vocabulary: Int, classes: Int, inputs: [Real], labels: [Int32]) {
    require(
      length >= 1 && inputs.count == labels.count && inputs.count % length == 0,
      "sequences of \(length) steps have as many inputs and labels, and \(inputs.count) and \(labels.count) were given"
    )
    self.length = length
    self.vocabulary = vocabulary
    self.classes = classes
    self.inputs = inputs
    self.labels = labels
  }

  /// How many sequences there are.
  public var count: Int { labels.count / length }

  /// Some of the sequences, in the order given.
  public func examples(_ indices: some Sequence<Int>) -> SequenceExamples {
    var inputs: [Real] = []
    var labels: [Int32] = []
    for i in indices {
      require(i >= 0 && i < count, "sequence \(i) is outside a set of \(count)")
      inputs += self.inputs[i * length..<(i + 1) * length]
      labels += self.labels[i * length..<(i + 1) * length]
    }
    return SequenceExamples(
      length: length, vocabulary: vocabulary, classes: classes, inputs: inputs, labels: labels)
  }

  /// All sequences once in a random order, in batches of `size`; the last may be smaller.
  public func batches(of size: Int, seed: Int, epoch: Int) -> [SequenceExamples] {
    batchIndices(count, of: size, seed: seed, epoch: epoch).map { examples($0) }
  }
}

/// Sequences to learn from and sequences to judge by.
public struct SequenceSplit: Sendable {
  /// What a network learns from.
  public let train: SequenceExamples
  /// What it is judged by.
  public let test: SequenceExamples

  /// Creates a split.
  public init(train: SequenceExamples, test: SequenceExamples) {
    self.train = train
    self.test = test
  }
}
