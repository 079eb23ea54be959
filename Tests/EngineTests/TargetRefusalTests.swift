import Lab
import Testing

/// What targets and closed forms say to a wrong call.
@Suite struct TargetRefusalTests {
  @Test func tooMuchSmoothing() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = crossEntropy(Tape().constant([1, 2], Shape(1, 2)), [0], labelSmoothing: 1)
    }
    #expect(says(result, "labelSmoothing is at least 0 and below 1, not 1.0"))
  }

  @Test func smoothingOfOneClass() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = crossEntropy(
        Tape().constant([1], Shape(1, 1)), [0], labelSmoothing: 0.1, form: .otherClasses)
    }
    #expect(says(result, "label smoothing over the other classes needs at least 2 classes"))
  }

  @Test func aSmoothedLabelOutOfRange() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = crossEntropy(Tape().constant([1, 2], Shape(1, 2)), [2], labelSmoothing: 0.1)
    }
    #expect(says(result, "the label 2 in row 0 is not one of the 2 classes, 0 to 1"))
  }

  @Test func anActionOutOfRange() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = logProbability(Tape().constant([1, 2], Shape(1, 2)), [-1])
    }
    #expect(says(result, "the label -1 in row 0 is not one of the 2 classes, 0 to 1"))
  }

  @Test func anEntropyOfNothing() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = entropy(Tape().constant([], Shape(0, 2)))
    }
    #expect(says(result, "entropy takes [..., classes] with at least one row, and got [0, 2]"))
  }

  @Test func aBinaryTargetOutOfRange() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = binaryCrossEntropy(Tape().constant([1], Shape(1)), 2)
    }
    #expect(says(result, "a target is between 0 and 1, not 2.0"))
  }

  @Test func binaryTargetsOfAnotherShape() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = binaryCrossEntropy(tape.constant([1], Shape(1)), tape.constant([1, 0], Shape(2)))
    }
    #expect(says(result, "binaryCrossEntropy takes two tensors of one shape, and got [1] and [2]"))
  }

  @Test func aConfidencePenaltyBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Loss.confidencePenalty(-1)
    }
    #expect(says(result, "beta is a finite number of at least 0, not -1.0"))
  }

  @Test func aTemperatureOfNothing() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = temperature(fittedTo: [], labels: [])
    }
    #expect(
      says(
        result,
        "temperature(fittedTo:) needs as many outputs for each of the 0 labels, not 0 in all"))
  }

  @Test func aTemperatureOfInfiniteLogits() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = temperature(fittedTo: [1, .infinity], labels: [0])
    }
    #expect(says(result, "a temperature is fitted to finite logits"))
  }

  @Test func aPathOfAnotherLength() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = gradientDescent(.identity(2), [1], learningRate: 0.1, steps: 1)
    }
    #expect(says(result, "2 examples need as many targets, not 1"))
  }

  @Test func aPathBackward() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = gradientDescent(.identity(2), [1, 1], learningRate: 0.1, steps: -1)
    }
    #expect(says(result, "there are at least 0 steps, not -1"))
  }

  @Test func anEquivalentRidgeOfNoSteps() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = equivalentRidge(.identity(2), learningRate: 0.1, steps: 0)
    }
    #expect(says(result, "early stopping equals ridge regression from 1 step on, not 0"))
  }

  @Test func anEquivalentRidgeOfALargeRate() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = equivalentRidge(.identity(2), learningRate: 4, steps: 2)
    }
    #expect(
      says(result, "early stopping equals ridge regression for learning rates below 2.0, not 4.0"))
  }

  @Test func aPenaltyOfAnotherSize() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = ridge(.identity(2), [1, 1], .identity(3))
    }
    #expect(says(result, "the penalty of 2 weights is 2 × 2, not 3 × 3"))
  }

  @Test func aRiskWithoutFeatures() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = ridgelessRisk(ratio: 0, signal: 1, noise: 1)
    }
    #expect(says(result, "a risk needs a ratio above 0 and no negative signal or noise"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
