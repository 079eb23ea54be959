import Lab
import Testing

/// What the dropout family says to a wrong call.
@Suite struct DropoutRefusalTests {
  @Test func aNegativeDropProbability() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dropout(p: -0.1)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not -0.1"))
  }

  @Test func droppingAll() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = GaussianDropout(p: 1)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not 1.0"))
  }

  @Test func aDropProbabilityThatIsNotANumber() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dropout(p: .nan, form: .standard)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not nan"))
  }

  @Test func droppingAllWeights() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = DropConnect(3, 4, p: 1.5)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not 1.5"))
  }

  @Test func theFunctionsDropProbability() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = dropout(Tape().constant([1], Shape(1)), p: 1, RandomStream(seed: 1, "x"))
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not 1.0"))
  }

  @Test func aLayerWithoutWeights() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = DropConnect(0, 4)
    }
    #expect(says(result, "DropConnect(0, 4) has no weights"))
  }

  @Test func anInputOfAnotherWidth() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let network = Network(seed: 1) { DropConnect(3, 4) }
      _ = network.outputs(
        for: LabeledExamples(features: 2, classes: 4, inputs: [1, 2], labels: [0]))
    }
    #expect(says(result, "DropConnect(3, 4) takes [batch, 3], and got [1, 2]"))
  }

  @Test func masksOfAnotherShape() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = dropConnect(
        tape.constant([1, 2], Shape(1, 2)), tape.constant([1, 2], Shape(2, 1)),
        tape.constant([1, 2], Shape(2)), p: 0.5, RandomStream(seed: 1, "x"))
    }
    #expect(
      says(
        result,
        "dropConnect takes [..., inputs], a weight [inputs, outputs] and a bias [outputs], and got [1, 2], [2, 1] and [2]"
      ))
  }

  @Test func aNegativeNoise() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = GaussianNoise(standardDeviation: -1)
    }
    #expect(says(result, "a standard deviation is at least 0, not -1.0"))
  }

  @Test func aStandoutWithoutASlope() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Standout(alpha: .nan)
    }
    #expect(says(result, "the standout's alpha and beta are finite numbers, not nan and 0.0"))
  }

  @Test func preactivationsOfAnotherShape() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = standoutMean(
        tape.constant([1, 2], Shape(2)), preactivation: tape.constant([1], Shape(1)), alpha: 1,
        beta: 0)
    }
    #expect(says(result, "standoutMean takes two tensors of one shape, and got [2] and [1]"))
  }

  @Test func noDraw() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = TrainingTests.network(1).samples(
        for: Digits.split(train: 2, seed: 1).train, draws: 0, seed: 1)
    }
    #expect(says(result, "sampling needs an example and a draw"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
