import Lab
import Testing

/// What the engine says to a wrong call: what was expected and what was given.
@Suite struct RefusalTests {
  @Test func shapesThatDoNotMatch() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = tape.constant([1, 2], Shape(1, 2)).matmul(tape.constant([1, 2, 3], Shape(3, 1)))
    }
    #expect(says(result, "matmul takes [..., k] and [k, n], and got [1, 2] and [3, 1]"))
  }

  @Test func aLabelOutOfRange() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = crossEntropy(Tape().constant([1, 2], Shape(1, 2)), [2])
    }
    #expect(says(result, "the label 2 in row 0 is not one of the 2 classes, 0 to 1"))
  }

  @Test func aTensorOfAnEarlierStep() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      let old = tape.constant([1], Shape(1))
      tape.begin()
      _ = old.sum()
    }
    #expect(says(result, "a tensor was used after its step had ended"))
  }

  @Test func aLearningRateThatDiverges() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = train(
        TrainingTests.network(1), on: Digits.split(train: 64, seed: 1),
        with: SGD(learningRate: 1e30), epochs: 5, seed: 1)
    }
    #expect(says(result, "the first is -inf in the linear of layer 2 (Linear), shape [32, 10]"))
  }

  @Test func aNameUsedTwice() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      record("losses", 1.0)
      figure("losses", "The losses.") {}
    }
    #expect(says(result, "there is already a value, figure or table named \"losses\""))
  }

  @Test func aClaimOfEverySeed() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = seeds { seed in
        claim("Seeds are positive.", Double(seed) > 0)
        return Double(seed)
      }
    }
    #expect(says(result, "every seed makes the claim \"Seeds are positive.\""))
  }

  @Test func aConfidenceInPercent() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      claim("It is small.", Samples([1, 2, 3]) < 5, .interval(confidence: 95, margin: 0))
    }
    #expect(says(result, "a confidence lies between 0 and 1, such as 0.95; 95.0 does not"))
  }

  @Test func aMarginThatAsksForLess() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      claim("Two is less than one.", 2.0 < 1.0, .everySeed(margin: -5))
    }
    #expect(says(result, "a margin is 0 or more, not -5.0"))
  }

  @Test func aCellOfTooManyDecimals() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = cell(1.0, .percent, decimals: 500)
    }
    #expect(says(result, "a cell has 0 to 20 decimals, not 500"))
  }

  @Test func aPanelInAPanel() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      figure("parts", "Parts.") { Panel("a") { Panel("b") { Line("l", x: [1], y: [1]) } } }
    }
    #expect(says(result, "a panel holds marks, not other panels; \"parts\" has one in another"))
  }

  @Test func aValueThatIsNotANumber() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      record("ratio", 0.0 / 0.0)
    }
    #expect(says(result, "the value \"ratio\" is not a finite number: [nan]"))
  }

  @Test func aValueThatIsInfinite() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      record("loss", Samples([1, .infinity]))
    }
    #expect(says(result, "the value \"loss\" is not a finite number: [1.0, inf]"))
  }

  @Test func aClaimThatTestsNothing() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      claim("It falls.", 1.0 < 2.0, tests: "")
    }
    #expect(
      says(
        result,
        "a claim tests an article's claim by its id, such as tests: \"A9\"; leave tests: out for none"
      ))
  }

  @Test func aClaimOnDifferentNumbersOfSeeds() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      claim("They differ.", Samples([1, 2, 300]) < Samples([10, 20]))
    }
    #expect(says(result, "numbers of 3 and of 2 seeds cannot be paired"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
