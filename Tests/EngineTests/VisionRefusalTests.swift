import Lab
import Testing

/// What the layers for images say to wrong shapes and settings.
@Suite struct VisionRefusalTests {
  @Test func channelsThatDiffer() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = conv2d(image(tape, 4, 4, 3), image(tape, 3, 4, 2), nil)
    }
    #expect(says(result, "and got [1, 4, 4, 3] and [1, 3, 4, 2]"))
  }

  @Test func flatExamplesForAConvolution() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(64) { Conv2d(1, 4, kernel: 3) }
    }
    #expect(
      says(
        result,
        "Conv2d(1, 4) takes [batch, height, width, 1], and got [1, 64]; Unflatten makes images"))
  }

  @Test func aKernelLargerThanThePaddedImage() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(16) {
        Unflatten(4, 4, 1)
        Conv2d(1, 4, kernel: 7, padding: 1)
      }
    }
    #expect(says(result, "a kernel of 7 × 7 is larger than the padded image of 6 × 6"))
  }

  @Test func circularPaddingMoreThanOnceAround() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(16) {
        Unflatten(4, 4, 1)
        Conv2d(1, 4, kernel: 3, padding: 5, circular: true)
      }
    }
    #expect(says(result, "circular padding of 5 goes more than once around an image of 4 × 4"))
  }

  @Test func aStrideOfZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv1d(1, 4, kernel: 3, stride: 0)
    }
    #expect(says(result, "Conv1d's stride is at least 1, not 0"))
  }

  @Test func aNegativePadding() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape()
      _ = conv2d(image(tape, 4, 4, 3), image(tape, 2, 3, 2), nil, padding: -1)
    }
    #expect(says(result, "padding is at least 0, not -1"))
  }

  @Test func aWindowLargerThanTheImage() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = maxPool2d(image(Tape(), 4, 4, 3), 5)
    }
    #expect(says(result, "a pooling window of 5 × 5 is larger than the image of 4 × 4"))
  }

  @Test func poolingStrideOfZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = AvgPool2d(2, stride: 0)
    }
    #expect(says(result, "AvgPool2d's stride is at least 1, not 0"))
  }

  @Test func batchNormalisationOfOneExample() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let trainer = Trainer(Network(seed: 1) { BatchNorm(3) }, with: SGD(learningRate: 0.1))
      trainer.step { network in
        network(network.tape.constant([1, 2, 3], Shape(1, 3))).sum()
      }
    }
    #expect(
      says(
        result, "BatchNorm(3) needs more than 1 value per feature in training, and got [1, 3]"))
  }

  @Test func featuresThatDiffer() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(4) { BatchNorm(3) }
    }
    #expect(says(result, "BatchNorm(3) takes [..., 3], and got [1, 4]"))
  }

  @Test func statisticsOfASingleExample() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Network(seed: 1) { BatchNorm(1) }.updatingStatistics(
        on: LabeledExamples(features: 1, classes: 1, inputs: [1], labels: [0]))
    }
    #expect(says(result, "statistics need at least 2 examples and batches of 2, and got 1"))
  }

  @Test func sizesThatDoNotFit() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(60) { Unflatten(8, 8, 1) }
    }
    #expect(says(result, "Unflatten makes 8 × 8 × 1 of [batch, 64], and got [1, 60]"))
  }

  @Test func aResidualThatChangesTheShape() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(4) { Residual { Linear(4, 5) } }
    }
    #expect(says(result, "what its layers make of [1, 4], [1, 5], to [1, 4]; a shortcut"))
  }

  @Test func aBlockThatIsAlwaysDropped() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = StochasticDepth(p: 1)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not 1.0"))
  }

  @Test func channelsThatAreAllDropped() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SpatialDropout(p: 1)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not 1.0"))
  }

  @Test func aNegativeProbability() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = DropBlock2d(p: -0.1, blockSize: 3)
    }
    #expect(says(result, "a drop probability is at least 0 and below 1, not -0.1"))
  }

  @Test func aBlockLargerThanTheImage() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = dropBlock2d(
        image(Tape(), 4, 6, 2), p: 0.1, blockSize: 5, RandomStream(seed: 1, "blocks"))
    }
    #expect(says(result, "a block of 5 × 5 does not fit into an image of 4 × 6"))
  }

  @Test func channelsOfFlatExamples() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      run(2) { SpatialDropout(p: 0.5) }
    }
    #expect(says(result, "or [batch, length, channels], and got [1, 2]"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}

private func image(_ tape: Tape, _ height: Int, _ width: Int, _ channels: Int) -> Tensor {
  tape.constant(
    [Float](repeating: 1, count: height * width * channels), Shape(1, height, width, channels))
}

private func run(_ features: Int, @LayerBuilder layers: () -> [any Layer]) {
  let x = [Float](repeating: 1, count: features)
  _ = Network(seed: 1, layers: layers).outputs(
    for: LabeledExamples(features: features, classes: 1, inputs: x, labels: [0]))
}
