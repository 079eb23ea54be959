import Lab
import Testing

/// What callbacks and schedules say to a wrong call.
@Suite struct CallbackRefusalTests {
  @Test func aLimitOfZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = GradientClipping.norm(0)
    }
    #expect(says(result, "a limit of gradients is above 0, not 0.0"))
  }

  @Test func aLargestNormBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = MaxNorm(-1)
    }
    #expect(says(result, "a largest norm is above 0, not -1.0"))
  }

  @Test func aNormOfAnUnknownParameter() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Trainer(TrainingTests.network(1), with: Adam(), callbacks: [MaxNorm(1, on: ["w"])])
    }
    #expect(says(result, "the network has no parameter w"))
  }

  @Test func noPatience() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = EarlyStopping(patience: 0)
    }
    #expect(says(result, "a patience is at least 1 epoch, not 0"))
  }

  @Test func aMinDeltaBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = EarlyStopping(patience: 1, minDelta: -1)
    }
    #expect(says(result, "minDelta is a finite number of at least 0, not -1.0"))
  }

  @Test func stoppingEarlyWithoutValidation() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = train(
        TrainingTests.network(1), on: Digits.split(train: 64, seed: 1), with: Adam(),
        callbacks: [EarlyStopping(patience: 1)], epochs: 2, seed: 1)
    }
    #expect(says(result, "there are none: give the split a validation set"))
  }

  @Test func aScheduleOfNoEpochs() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Schedule.step(every: 0, factor: 0.1)
    }
    #expect(says(result, "a step schedule falls every so many epochs, at least 1, not 0"))
  }

  @Test func aScheduleThatEndsBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Schedule.cosine(to: -1)
    }
    #expect(says(result, "a schedule ends at a finite rate of at least 0, not -1.0"))
  }

  @Test func aWarmUpBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Schedule.constant(warmUp: -1)
    }
    #expect(says(result, "a warm-up takes at least 0 steps, not -1"))
  }

  @Test func aScheduleWithoutAnEnd() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      Trainer(Point.network([1]), with: Adam(), callbacks: [Schedule.cosine()]).step(along: [1])
    }
    #expect(
      says(
        result,
        "this schedule needs to know how many steps there will be: give the Trainer plannedSteps"))
  }

  @Test func aWarmUpThatNeverEnds() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Schedule.linear(warmUp: 10).learningRate(step: 10, of: 10, from: 1)
    }
    #expect(says(result, "a warm-up of 10 steps leaves none of the 10 planned ones"))
  }

  @Test func anAverageThatKeepsAll() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = WeightAverage.ema(decay: 1)
    }
    #expect(says(result, "decay is at least 0 and below 1, not 1.0"))
  }

  @Test func anAverageFromEpochZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = WeightAverage.swa(from: 0)
    }
    #expect(says(result, "epochs are counted from 1, and the first one to average is not 0"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
