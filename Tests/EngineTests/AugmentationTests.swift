import Lab
import Testing

@testable import Datasets
@testable import Training

/// What augmentations draw, and what they leave alone.
@Suite struct AugmentationTests {
  static let images = Glyph.examples(40, noise: 0.1, seed: 1)

  @Test func theSeedDecides() {
    let all: [any Augmentation] = [
      RandomHorizontalFlip(), RandomCrop(padding: 1), RandomRotation(degrees: 20),
      RandomTranslation(pixels: 2), RandomScale(0.8...1.2), RandomBrightness(0.3),
      RandomContrast(0.3), RandomNoise(), Cutout(size: 3), Mixup(), CutMix(),
      RandAugment(operations: [.rotation(), .translation(pixels: 3), .scale(), .contrast()]),
    ]
    for change in all {
      let once = Self.images.augmented(by: [change], seed: 1).inputs
      #expect(once == Self.images.augmented(by: [change], seed: 1).inputs)
      #expect(once != Self.images.augmented(by: [change], seed: 2).inputs, "\(change)")
      #expect(once != Self.images.inputs && once.allSatisfy(\.isFinite), "\(change)")
    }
    let composed = Self.images.augmented(by: all, seed: 1)
    #expect(composed.inputs.count == 4000 && composed.labels == Self.images.labels)
  }

  @Test func nothingIsAskedAndNothingHappens() {
    let idle: [any Augmentation] = [
      RandomHorizontalFlip(p: 0), RandomCrop(padding: 0), RandomRotation(degrees: 0),
      RandomTranslation(pixels: 0), RandomScale(1...1, interpolation: .bilinear),
      RandomNoise(standardDeviation: 0), Cutout(size: 0), RandAugment(operations: [.identity]),
    ]
    #expect(Self.images.augmented(by: idle, seed: 1).inputs == Self.images.inputs)
    let twice: [any Augmentation] = [RandomHorizontalFlip(p: 1), RandomHorizontalFlip(p: 1)]
    #expect(Self.images.augmented(by: twice, seed: 1).inputs == Self.images.inputs)
  }

  @Test func aQuarterTurnIsExact() {
    var image: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    let examples = LabeledExamples(
      features: 9, classes: 1, inputs: image, labels: [0], image: ImageSize(3, 3))
    var batch = Batch(of: examples)
    batch.fill([0][...], of: examples)
    batch.changeImages(for: "test") {
      $0.sample(RandomRotation.map(degrees: 90), .nearest, fill: 0)
    }
    image = [3, 6, 9, 2, 5, 8, 1, 4, 7]
    #expect(batch.inputs == image)
  }

  @Test func halfOfTheImagesAreMirrored() {
    let image = LabeledExamples(
      features: 2, classes: 1, inputs: (0..<4000).map { Float($0 % 2) },
      labels: [Int32](repeating: 0, count: 2000), image: ImageSize(1, 2))
    let flipped = image.augmented(by: RandomHorizontalFlip(), seed: 1)
    let count = (0..<2000).count { flipped.inputs[2 * $0] == 1 }
    #expect(deviations(count, of: 2000, probability: 0.5) < 4)
  }

  @Test(arguments: [0, 1]) func allDistancesAreEquallyLikely(_ which: Int) {
    var one = [Float](repeating: 0, count: 25)
    one[12] = 1
    let images = LabeledExamples(
      features: 25, classes: 1, inputs: (0..<900).flatMap { _ in one },
      labels: [Int32](repeating: 0, count: 900), image: ImageSize(5, 5))
    let change: any Augmentation =
      which == 0 ? RandomCrop(padding: 1) : RandomTranslation(pixels: 1)
    let moved = images.augmented(by: [change], seed: 1).inputs
    for place in 0..<25 {
      let count = (0..<900).count { moved[$0 * 25 + place] == 1 }
      let near = abs(place / 5 - 2) <= 1 && abs(place % 5 - 2) <= 1
      #expect(near ? deviations(count, of: 900, probability: 1.0 / 9) < 4 : count == 0)
    }
  }

  /// X17: soft targets sum to 1 to the last bit, and CutMix's are the parts of the area.
  @Test func targetsSumToOne() {
    for alpha in [0.1, 0.4, 1, 3] {
      for step in 0..<250 {
        var batch = Self.classImages()
        var random = RandomStream(seed: 1, "test", step: step)
        Mixup(alpha: alpha).apply(to: &batch, &random)
        for i in 0..<4 { #expect(batch.targets[4 * i..<4 * i + 4].reduce(0, +) == 1) }
        // Image c is all c, so that its mean is the expected class.
        for i in 0..<4 { #expect(abs(batch.inputs[30 * i] - Self.mean(batch.targets, i)) < 1e-6) }
        var pasted = Self.classImages()
        CutMix(alpha: alpha).apply(to: &pasted, &random)
        for i in 0..<4 {
          #expect(pasted.targets[4 * i..<4 * i + 4].reduce(0, +) == 1)
          let own = pasted.inputs[30 * i..<30 * i + 30].count { $0 == Float(i) }
          #expect(pasted.targets[4 * i + i] == Float(own) / 30)
        }
      }
    }
  }

  @Test func mixingABatchOfOneLeavesIt() {
    let one = Self.images.examples([0])
    #expect(one.augmented(by: Mixup(), seed: 1).inputs == one.inputs)
    #expect(one.augmented(by: CutMix(), seed: 1).inputs == one.inputs)
  }

  @Test func trainingTakesAnyNumberOfThem() {
    let data = Glyph.split(train: 100, test: 20, seed: 1)
    func values(_ augmentation: [any Augmentation]) -> [Float] {
      train(
        Network(seed: 1) { Linear(100, 10) }, on: data, with: SGD(learningRate: 0.1),
        augmentation: augmentation, epochs: 2, seed: 1
      ).network.values
    }
    let some: [any Augmentation] = [RandomTranslation(pixels: 1), Mixup(alpha: 0.4), CutMix()]
    #expect(values(some) == values(some) && values(some) != values([]))
  }

  @Test func anAugmentationOfYourOwn() {
    struct Invert: ImageAugmentation {
      func apply(to image: ImageView, _ random: inout RandomStream) {
        for y in 0..<image.size.height {
          for x in 0..<image.size.width { image[y, x] = 1 - image[y, x] }
        }
      }
    }
    let inverted = Self.images.augmented(by: Invert(), seed: 1).inputs
    #expect(inverted == Self.images.inputs.map { 1 - $0 })
  }

  @Test func featuresAreWhatTheNextLayerSees() {
    let network = Network(seed: 1) {
      Linear(100, 12)
      ReLU()
      Linear(12, 10)
    }
    var images = Self.images
    images.labels = (0..<40).map { $0 % 10 }
    let features = network.features(for: images, upTo: 2)
    #expect(features.features == 12 && features.labels == images.labels)
    let last = Network(seed: 2) { Linear(12, 10) }
      .setting("0.weight", to: network.values(of: "2.weight"))
      .setting("0.bias", to: network.values(of: "2.bias"))
    #expect(last.outputs(for: features) == network.outputs(for: images))
    // Each has three others of its class.
    #expect(features.extrapolated().count == 120)
    let same = features.interpolated(lambda: 0, neighbours: 1)
    #expect(same.inputs == features.inputs)
    #expect(features.perturbed(gamma: 0, seed: 1).inputs == features.inputs)
    #expect(features.perturbed(seed: 1).inputs != features.inputs)
  }

  @Test func theGridNamesItsPolicies() {
    let grid = AugmentationPolicy.grid(
      of: [.rotation(), .scale()], counts: [1, 2], magnitudes: [3, 9])
    #expect(grid.map(\.name) == ["N = 1, M = 3", "N = 1, M = 9", "N = 2, M = 3", "N = 2, M = 9"])
  }

  /// Four images of 5 × 6, image c all c and of class c.
  private static func classImages() -> Batch {
    let examples = LabeledExamples(
      features: 30, classes: 4, inputs: (0..<120).map { Float($0 / 30) }, labels: [0, 1, 2, 3],
      image: ImageSize(5, 6))
    var batch = Batch(of: examples)
    batch.fill([0, 1, 2, 3][...], of: examples)
    return batch
  }

  private static func mean(_ targets: [Float], _ row: Int) -> Float {
    targets[4 * row + 1] + 2 * targets[4 * row + 2] + 3 * targets[4 * row + 3]
  }
}
