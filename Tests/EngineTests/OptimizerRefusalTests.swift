import Lab
import Testing

/// What the optimisation part says to a wrong call.
@Suite struct OptimizerRefusalTests {
  /// An optimizer that does not know the sizes of its steps.
  struct Unsized: Optimizer {
    var learningRate: Double { 1 }
    var slots: Int { 0 }
    func update(_ slice: ParameterSlice) {}
  }

  @Test func aRateBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGD(learningRate: -0.1)
    }
    #expect(says(result, "a learning rate is a finite number greater than 0, not -0.1"))
  }

  @Test func aRateThatIsNotANumber() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Adam(learningRate: .nan)
    }
    #expect(says(result, "a learning rate is a finite number greater than 0, not nan"))
  }

  @Test func aMomentumOfOne() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGDW(learningRate: 0.1, momentum: 1)
    }
    #expect(says(result, "momentum is at least 0 and below 1, not 1.0"))
  }

  @Test func aDampeningAboveOne() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGD(learningRate: 0.1, momentum: 0.9, dampening: 1.5)
    }
    #expect(says(result, "dampening is between 0 and 1, not 1.5"))
  }

  @Test func nesterovWithDampening() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGD(learningRate: 0.1, momentum: 0.9, dampening: 0.5, nesterov: true)
    }
    #expect(
      says(result, "Nesterov's momentum needs a momentum above 0, no dampening, and no average"))
  }

  @Test func anAverageWithDampening() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGD(learningRate: 0.1, momentum: 0.9, dampening: 0.9, averaged: true)
    }
    #expect(says(result, "the averaged form has a dampening of its own"))
  }

  @Test func nesterovWithoutMomentum() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGDW(learningRate: 0.1, nesterov: true)
    }
    #expect(says(result, "Nesterov's momentum needs a momentum above 0"))
  }

  @Test func aBetaOfOne() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = AdamW(betas: (0.9, 1))
    }
    #expect(says(result, "the second of betas is at least 0 and below 1, not 1.0"))
  }

  @Test func anAlphaBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = RMSProp(alpha: -0.5)
    }
    #expect(says(result, "alpha is at least 0 and below 1, not -0.5"))
  }

  @Test func anEpsBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = AdaGrad(eps: -1)
    }
    #expect(says(result, "eps is a finite number of at least 0, not -1.0"))
  }

  @Test func aRateThatGrows() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = AdaGrad(learningRateDecay: -1)
    }
    #expect(says(result, "a learning rate's decay is a finite number of at least 0, not -1.0"))
  }

  @Test func aDecayBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = AdamW(weightDecay: -0.01)
    }
    #expect(says(result, "a weight decay is a finite number of at least 0, not -0.01"))
  }

  @Test func aRadiusThatIsNotANumber() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SAM(Adam(), rho: .nan)
    }
    #expect(says(result, "rho is a finite number of at least 0, not nan"))
  }

  @Test func aRadiusAroundARadius() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SAM(SAM(Adam()))
    }
    #expect(says(result, "SAM wraps an optimizer that is not sharpness-aware itself"))
  }

  @Test func aPenaltyBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Penalty.elasticNet(l1: 0.1, l2: -1)
    }
    #expect(says(result, "a penalty's factor is a finite number of at least 0, not -1.0"))
  }

  @Test func aPenaltyOfAnUnknownParameter() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Trainer(TrainingTests.network(1), with: Adam(), penalty: .l2(1) + .l1(1, on: ["weight"]))
    }
    #expect(
      says(result, "the network has no parameter weight; it has 0.weight, 0.bias, 2.weight, 2.bias")
    )
  }

  @Test func aDecayOfAnUnknownParameter() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Trainer(TrainingTests.network(1), with: SAM(Adam(decayed: ["w"])))
    }
    #expect(says(result, "the network has no parameter w"))
  }

  @Test func aRateSetBelowZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      Trainer(TrainingTests.network(1), with: Adam()).learningRate = -1
    }
    #expect(says(result, "a learning rate is a finite number of at least 0, not -1.0"))
  }

  @Test func aProximalStepOfUnknownSize() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      Trainer(
        Point.network([1]), with: OptimizerRefusalTests.Unsized(), penalty: .l1(1, proximal: true)
      ).step(along: [1])
    }
    #expect(says(result, "Unsized does not say how large that is"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
