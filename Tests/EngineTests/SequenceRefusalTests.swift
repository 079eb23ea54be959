import Lab
import Testing

@testable import Autograd
@testable import Training

/// What the parts for sequences say to a wrong call.
@Suite struct SequenceRefusalTests {
  /// The output of layers for a tensor of zeros, or of the numbers given.
  static func run(
    _ shape: Shape, _ numbers: [Float]? = nil, @LayerBuilder layers: () -> [any Layer]
  ) {
    let tape = Tape()
    let x = tape.constant(numbers ?? [Float](repeating: 0, count: shape.count), shape)
    _ = LiveNetwork(Network(seed: 1, layers: layers)).pass(on: tape, .training)(x)
  }

  @Test func aWordThatIsNotWhole() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(2, 2), [1, 2, 0.5, 3]) { Embedding(4, 2) } }
    #expect(
      says(result, "takes whole numbers from 0 to 3, and row 1 has 0.5 at position 0"))
  }

  @Test func aWordOutsideTheVocabulary() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(2, 2), [1, 2, 0, 4]) { Embedding(4, 2) } }
    #expect(says(result, "takes whole numbers from 0 to 3, and row 1 has 4.0 at position 1"))
  }

  @Test func aNegativeWord() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(1, 2), [1, -1]) { Embedding(4, 2) } }
    #expect(says(result, "takes whole numbers from 0 to 3, and row 0 has -1.0 at position 1"))
  }

  @Test func aWordThatIsNotANumber() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(1, 1), [.nan]) { Embedding(4, 2) } }
    #expect(says(result, "and row 0 has nan at position 0"))
  }

  @Test func anEmptySequence() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(2, 0, 3)) { LSTM(3, 4) } }
    #expect(
      says(
        result,
        "lstm takes sequences [batch, time, features] with at least one step, and got [2, 0, 3]"))
  }

  @Test func theWrongNumberOfFeatures() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(2, 5, 4)) { GRU(3, 4) } }
    #expect(says(result, "GRU(3, 4) takes [batch, time, 3], and got [2, 5, 4]"))
  }

  @Test func aRecurrentLayerWithoutSteps() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(2, 3)) { RNN(3, 4) } }
    #expect(says(result, "RNN(3, 4) takes [batch, time, 3], and got [2, 3]"))
  }

  @Test func recurrentWeightsThatDoNotFit() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      func zeros(_ shape: Shape) -> Tensor {
        tape.constant([Float](repeating: 0, count: shape.count), shape)
      }
      _ = lstm(
        zeros(Shape(1, 2, 3)),
        RecurrentWeights(
          weightIH: zeros(Shape(3, 4)), weightHH: zeros(Shape(2, 8)), biasIH: zeros(Shape(8)),
          biasHH: zeros(Shape(8))))
    }
    #expect(
      says(
        result,
        "lstm of [1, 2, 3] takes weights [3, 4 · hidden] and [hidden, 4 · hidden] and two biases [4 · hidden], and got [3, 4], [2, 8], [8] and [8]"
      ))
  }

  @Test func probabilitiesOfOne() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = LSTM(3, 4, recurrentDropout: 1) }
    #expect(
      says(result, "a recurrent layer's recurrentDropout is a probability in 0..<1, not 1.0"))
  }

  @Test func negativeProbabilities() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Embedding(3, 4, dropout: -0.1) }
    #expect(says(result, "Embedding's dropout is a probability in 0..<1, not -0.1"))
  }

  @Test func headsThatDoNotDivide() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TransformerBlock(6, heads: 4) }
    #expect(says(result, "attention's heads divide its dimensions, and 4 does not divide 6"))
  }

  @Test func aMaskOfAnotherShape() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      let x = tape.constant([Float](repeating: 0, count: 12), Shape(2, 1, 6))
      _ = scaledDotProductAttention(x, mask: tape.constant([1, 1], Shape(2)))
    }
    #expect(says(result, "attention takes a mask of shape [2, 1, 1, 1], and got [2]"))
  }

  @Test func aMaskThatWantsAGradient() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = embedding(
        tape.constant([0], Shape(1, 1)), tape.constant([1, 2], Shape(2, 1)),
        mask: tape.variable([1, 1], Shape(2)))
    }
    #expect(says(result, "embedding takes a mask without a gradient"))
  }

  @Test func causalAttentionToFewerKeys() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      let q = tape.constant([Float](repeating: 0, count: 8), Shape(1, 4, 2))
      let k = tape.constant([Float](repeating: 0, count: 6), Shape(1, 3, 2))
      _ = scaledDotProductAttention(q, k, k, causal: true)
    }
    #expect(says(result, "as many keys as steps where it is causal, and got [1, 4, 2], [1, 3, 2]"))
  }

  @Test func aSequenceLongerThanItsPositions() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(1, 5, 2)) { PositionEmbedding(2, maxLength: 4) } }
    #expect(
      says(
        result,
        "PositionEmbedding(2, maxLength: 4) takes [batch, time, 2] of 1 to 4 steps, and got [1, 5, 2]"
      ))
  }

  @Test func stepsThatDoNotDivideTheFeatures() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(1, 5)) { Steps(features: 2) } }
    #expect(says(result, "Steps(features: 2) takes [batch, time · 2], and got [1, 5]"))
  }

  @Test func normalisingOtherFeatures() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Self.run(Shape(1, 5)) { LayerNorm(4) } }
    #expect(says(result, "LayerNorm(4) takes [..., 4], and got [1, 5]"))
  }

  @Test func aTaskWithoutADelay() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = SequenceTasks.copy(delay: 0, train: 1, test: 1, seed: 1) }
    #expect(says(result, "the copy task needs two symbols, a span, a delay"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
