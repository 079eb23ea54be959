import Lab
import Testing

/// What the measures say to a wrong call.
@Suite struct MeasureRefusalTests {
  @Test func aLabelOutOfRange() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = accuracy(of: [1, 2, 3, 4], labels: [0, 2])
    }
    #expect(says(result, "the label 2 in row 1 is not one of the 2 classes, 0 to 1"))
  }

  @Test func aNegativeLabel() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = confusionMatrix(of: [1, 2, 3, 4], labels: [0, -1])
    }
    #expect(says(result, "the label -1 in row 1 is not one of the 2 classes, 0 to 1"))
  }

  @Test func outputsThatAreNoRows() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = negativeLogLikelihood(logits: [1, 2, 3], labels: [0, 1])
    }
    #expect(
      says(
        result, "negativeLogLikelihood needs as many outputs for each of the 2 labels, not 3 in all"
      ))
  }

  @Test func logitsForProbabilities() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = expectedCalibrationError(probabilities: [2, 1], labels: [0])
    }
    #expect(says(result, "reliability takes probabilities, and row 0 sums to 3.0"))
  }

  @Test func probabilitiesThatAreNotNumbers() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = negativeLogLikelihood(probabilities: [.nan, 1], labels: [0])
    }
    #expect(says(result, "negativeLogLikelihood takes probabilities, and row 0 sums to nan"))
  }

  @Test func noBin() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = expectedCalibrationError(logits: [2, 1], labels: [0], bins: 0)
    }
    #expect(says(result, "a reliability diagram has at least one bin, not 0"))
  }

  @Test func noExample() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = TrainingTests.network(1).probabilities(
        for: LabeledExamples(features: 64, classes: 10, inputs: [], labels: []))
    }
    #expect(says(result, "there is no example to find probabilities for"))
  }

  @Test func anAttackBackwards() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = TrainingTests.network(1).fgsmAccuracy(
        on: Digits.split(train: 2, seed: 1).train, epsilon: -1)
    }
    #expect(says(result, "FGSM's epsilon is at least 0, not -1.0"))
  }

  @Test func aNegativeNoise() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = TrainingTests.network(1).flipRate(
        on: Digits.split(train: 2, seed: 1).train, standardDeviation: -1, seed: 1)
    }
    #expect(says(result, "a standard deviation is at least 0, not -1.0"))
  }

  @Test func anotherNumberOfTargets() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = biasVariance(
        predictions: Matrix(rows: 1, columns: 2, [1, 2]), truth: [1, 2, 3])
    }
    #expect(
      says(result, "a row of predictions a fit and as many targets as columns, and got 1 × 2 and 3")
    )
  }

  @Test func aNegativeTolerance() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = TrainingTests.network(1).sparsity(within: -1)
    }
    #expect(says(result, "a tolerance is at least 0, not -1.0"))
  }

  @Test func aSpreadOfOneValue() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Samples(1.0).standardDeviation
    }
    #expect(says(result, "a standard deviation needs at least two values"))
  }

  @Test func aConfidenceOfOne() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Samples([1, 2]).interval(confidence: 1)
    }
    #expect(says(result, "a confidence is between 0 and 1, not 1.0"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
