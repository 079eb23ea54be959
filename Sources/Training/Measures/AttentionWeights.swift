import Autograd
import Datasets
import Kernels
import Numerics

/// How much each step attended to each other in one attention layer, for a plot.
public struct AttentionWeights: Sendable {
  /// How many examples there are.
  public let examples: Int
  /// How many heads there are.
  public let heads: Int
  /// How many steps attended.
  public let time: Int
  /// To how many steps.
  public let keys: Int
  private let values: [Real]

  /// The weights of one step's attention tensor, `[batch, heads, time, keys]`.
  init(_ weights: Tensor) {
    let shape = weights.shape
    (examples, heads, time, keys) = (shape[0], shape[1], shape[2], shape[3])
    values = weights.values
  }

  /// The weights of an example and a head, from 0: in row t, column s how much step t attended to
  /// step s. Rows sum to 1.
  public func matrix(example: Int = 0, head: Int = 0) -> Matrix {
    require(
      example >= 0 && example < examples && head >= 0 && head < heads,
      "example \(example) and head \(head) are outside \(examples) examples and \(heads) heads")
    let first = (example * heads + head) * time * keys
    return Matrix(
      rows: time, columns: keys, values[first..<first + time * keys].map { Double($0) })
  }
}

extension Network {
  /// The attention weights for some examples, of each attention layer in the order of computation,
  /// without dropout.
  public func attentionWeights(for examples: LabeledExamples) -> [AttentionWeights] {
    attentionWeights(for: examples.inputs, Shape(examples.count, examples.features))
  }

  /// The attention weights for some sequences, of each attention layer in the order of computation,
  /// without dropout.
  public func attentionWeights(for sequences: SequenceExamples) -> [AttentionWeights] {
    attentionWeights(for: sequences.inputs, Shape(sequences.count, sequences.length))
  }

  private func attentionWeights(for inputs: [Real], _ shape: Shape) -> [AttentionWeights] {
    require(shape.count >= 1, "there is no example to attend to")
    let tape = Tape()
    defer { tape.release() }
    tape.begin(recording: false)
    _ = LiveNetwork(self).pass(on: tape, .evaluation)(tape.constant(inputs, shape))
    return tape.attentionWeights().map(AttentionWeights.init)
  }
}
