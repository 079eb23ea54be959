import Lab
import Testing

@testable import Autograd
@testable import Training

/// What the parts for sequences say to a wrong call.
@Suite struct SequenceRefusalTests {
  @Test(arguments: refusals.indices)
  func refuses(_ index: Int) async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      refusals[index].call()
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains(refusals[index].sentence), "\(said.prefix(400))")
  }
}

/// The output of layers for a tensor of zeros, or of the numbers given.
private func run(
  _ shape: Shape, _ numbers: [Float]? = nil, @LayerBuilder layers: () -> [any Layer]
) {
  let x = Tape().constant(numbers ?? [Float](repeating: 0, count: shape.count), shape)
  _ = LiveNetwork(Network(seed: 1, layers: layers)).pass(on: x.tape, .training)(x)
}

private func zeros(_ shape: Shape, on tape: Tape) -> Tensor {
  tape.constant([Float](repeating: 0, count: shape.count), shape)
}

private let refusals: [Refusal] =
  layerRefusals + operationRefusals + taskRefusals

private let layerRefusals: [Refusal] = [
  Refusal("takes whole numbers from 0 to 3, and row 1 has 0.5 at position 0") {
    run(Shape(2, 2), [1, 2, 0.5, 3]) { Embedding(4, 2) }
  },
  Refusal("takes whole numbers from 0 to 3, and row 1 has 4.0 at position 1") {
    run(Shape(2, 2), [1, 2, 0, 4]) { Embedding(4, 2) }
  },
  Refusal("takes whole numbers from 0 to 3, and row 0 has -1.0 at position 1") {
    run(Shape(1, 2), [1, -1]) { Embedding(4, 2) }
  },
  Refusal("and row 0 has nan at position 0") { run(Shape(1, 1), [.nan]) { Embedding(4, 2) } },
  Refusal("of at most three dimensions and a weight [vocabulary, dimensions], and got [2, 0]") {
    run(Shape(2, 0)) { Embedding(4, 2) }
  },
  Refusal("Embedding(0, 4) needs 1 to 16777216 words and at least one dimension") {
    _ = Embedding(0, 4)
  },
  Refusal("Embedding's dropout is at least 0 and below 1, not -0.1") {
    _ = Embedding(3, 4, dropout: -0.1)
  },
  Refusal(
    "lstm takes sequences [batch, time, features] with at least one step, and got [2, 0, 3]"
  ) { run(Shape(2, 0, 3)) { LSTM(3, 4) } },
  Refusal("GRU(3, 4) takes [batch, time, 3], and got [2, 5, 4]") {
    run(Shape(2, 5, 4)) { GRU(3, 4) }
  },
  Refusal("RNN(3, 4) takes [batch, time, 3], and got [2, 3]") { run(Shape(2, 3)) { RNN(3, 4) } },
  Refusal("LSTM(3, 0) has no weights") { _ = LSTM(3, 0) },
  Refusal("a recurrent layer's dropout is at least 0 and below 1, not nan") {
    _ = RNN(3, 4, dropout: .nan)
  },
  Refusal("a recurrent layer's recurrentDropout is at least 0 and below 1, not 1.0") {
    _ = LSTM(3, 4, recurrentDropout: 1)
  },
  Refusal("a recurrent layer's weightDropout is at least 0 and below 1, not 2.0") {
    _ = GRU(3, 4, weightDropout: 2)
  },
  Refusal("a step has at least one number, not 0") { _ = Steps(features: 0) },
  Refusal("Steps(features: 2) takes [batch, time · 2], and got [1, 5]") {
    run(Shape(1, 5)) { Steps(features: 2) }
  },
  Refusal("LayerNorm(4) takes [..., 4], and got [1, 5]") { run(Shape(1, 5)) { LayerNorm(4) } },
  Refusal("LayerNorm(0) has nothing to normalise") { _ = LayerNorm(0) },
  Refusal("LayerNorm's eps is greater than 0, not 0.0") { _ = LayerNorm(4, eps: 0) },
  Refusal("attention's heads divide its dimensions, and 4 does not divide 6") {
    _ = TransformerBlock(6, heads: 4)
  },
  Refusal("MultiHeadAttention's dropout is at least 0 and below 1, not 1.0") {
    _ = MultiHeadAttention(6, heads: 2, dropout: 1)
  },
  Refusal("MultiHeadAttention(6, heads: 2) takes [batch, time, 6], and got [1, 2, 5]") {
    run(Shape(1, 2, 5)) { MultiHeadAttention(6, heads: 2) }
  },
  Refusal("TransformerBlock's dropout is at least 0 and below 1, not -1.0") {
    _ = TransformerBlock(6, heads: 2, dropout: -1)
  },
  Refusal("PositionalEncoding(0, maxLength: 512) needs dimensions, and 1 to 100000 steps") {
    _ = PositionalEncoding(0)
  },
  Refusal("PositionalEncoding(2, maxLength: 4) takes [batch, time, 2] of 1 to 4 steps") {
    run(Shape(1, 5, 2)) { PositionalEncoding(2, maxLength: 4) }
  },
  Refusal("PositionEmbedding(2, maxLength: 0) has no weights") {
    _ = PositionEmbedding(2, maxLength: 0)
  },
  Refusal(
    "PositionEmbedding(2, maxLength: 4) takes [batch, time, 2] of 1 to 4 steps, and got [1, 5, 2]"
  ) { run(Shape(1, 5, 2)) { PositionEmbedding(2, maxLength: 4) } },
]

private let operationRefusals: [Refusal] = [
  Refusal(
    "lstm of [1, 2, 3] takes weights [3, 4 · hidden] and [hidden, 4 · hidden] and two biases [4 · hidden], and got [3, 4], [2, 8], [8] and [8]"
  ) {
    let tape = Tape()
    _ = lstm(
      zeros(Shape(1, 2, 3), on: tape),
      RecurrentWeights(
        weightIH: zeros(Shape(3, 4), on: tape), weightHH: zeros(Shape(2, 8), on: tape),
        biasIH: zeros(Shape(8), on: tape), biasHH: zeros(Shape(8), on: tape)))
  },
  Refusal("lastStep takes sequences [batch, time, features] with at least one step, and got [2]") {
    _ = lastStep(zeros(Shape(2), on: Tape()))
  },
  Refusal("layerNorm takes [..., features], a weight and a bias [features], and got [2, 3], [2]") {
    let tape = Tape()
    _ = layerNorm(
      zeros(Shape(2, 3), on: tape), zeros(Shape(2), on: tape), zeros(Shape(3), on: tape))
  },
  Refusal("prefix takes a shape of at most 6 numbers for [2, 3], not [7]") {
    _ = zeros(Shape(2, 3), on: Tape()).prefix(Shape(7))
  },
  Refusal("a tensor of shape [3] has 3 numbers, and 2 were given") {
    _ = Tape().constant([Float](repeating: 0, count: 4)[1..<3], Shape(3))
  },
  Refusal("a drop probability is at least 0 and below 1, not 1.0") {
    _ = Tape().keepMask(Shape(2), p: 1, RandomStream(seed: 1, "mask"))
  },
  Refusal("attention takes a mask of shape [2, 1, 1, 1], and got [2]") {
    let x = zeros(Shape(2, 1, 6), on: Tape())
    _ = scaledDotProductAttention(x, mask: x.tape.constant([1, 1], Shape(2)))
  },
  Refusal("embedding takes a mask without a gradient") {
    let tape = Tape()
    _ = embedding(
      tape.constant([0], Shape(1, 1)), tape.constant([1, 2], Shape(2, 1)),
      mask: tape.variable([1, 1], Shape(2)))
  },
  Refusal("as many keys as steps where it is causal, and got [1, 4, 2], [1, 3, 2] and [1, 3, 2]") {
    let q = zeros(Shape(1, 4, 2), on: Tape())
    let k = zeros(Shape(1, 3, 2), on: q.tape)
    _ = scaledDotProductAttention(q, k, k, causal: true)
  },
  Refusal("attention takes [batch, time, 3 · dimensions], queries, keys and values side by side") {
    _ = scaledDotProductAttention(zeros(Shape(1, 4, 2), on: Tape()))
  },
  Refusal("example 0 and head 2 are outside 1 examples and 2 heads") {
    let network = Network(seed: 1) {
      Steps(features: 4)
      MultiHeadAttention(4, heads: 2)
    }
    let examples = LabeledExamples(
      features: 8, classes: 2, inputs: Array(repeating: 0, count: 8), labels: [0])
    _ = network.attentionWeights(for: examples)[0].matrix(head: 2)
  },
]

private let taskRefusals: [Refusal] = [
  Refusal("the copy task needs two symbols, a span, a delay") {
    _ = SequenceTasks.copy(delay: 0, train: 1, test: 1, seed: 1)
  },
  Refusal("the recall task needs two classes, and noise words, steps and sequences") {
    _ = SequenceTasks.recall(classes: 1, length: 3, train: 1, test: 1, seed: 1)
  },
  Refusal("the adding problem needs sequences of at least two steps, not 3 of 1") {
    _ = AddingProblem(count: 3, length: 1, seed: 1)
  },
  Refusal("sequence 3 is outside a set of 3") {
    _ = AddingProblem(count: 3, length: 2, seed: 1).examples([3])
  },
  Refusal("a language has 2 to 64 words and a sharpness of 0 to 8, not 1 and 2.0") {
    _ = MarkovLanguage(vocabulary: 1, seed: 1)
  },
  Refusal("a sequence has at least one step, not 0") {
    _ = MarkovLanguage(vocabulary: 2, seed: 1).leastLoss(length: 0)
  },
  Refusal("sequences and their steps are at least 1, not 1, 1 and 0") {
    _ = MarkovLanguage(vocabulary: 2, seed: 1).split(train: 1, test: 1, length: 0, seed: 1)
  },
  Refusal("sequences of 2 steps have as many inputs and labels, and 4 and 3 were given") {
    _ = SequenceExamples(
      length: 2, vocabulary: 2, classes: 2, inputs: [0, 1, 0, 1], labels: [0, 1, 0])
  },
  Refusal("sequence -1 is outside a set of 1") {
    _ = SequenceTasks.copy(delay: 1, train: 1, test: 1, seed: 1).train.examples([-1])
  },
  Refusal("a batch has at least one example, not 0") {
    _ = SequenceTasks.copy(delay: 1, train: 1, test: 1, seed: 1).train
      .batches(of: 0, seed: 1, epoch: 0)
  },
  Refusal("there is no sequence to measure") {
    let none = SequenceExamples(length: 2, vocabulary: 2, classes: 2, inputs: [], labels: [])
    _ = Network(seed: 1) { Embedding(2, 2) }.measured(on: none)
  },
]
