import Lab
import Testing

@testable import Datasets
@testable import Training

/// What readers, generators and augmentations say to wrong files and numbers.
@Suite struct DataRefusalTests {
  static let refusals = idx + gzip + csv + generators + augmentations + others

  @Test(arguments: refusals.indices)
  func isRefused(_ i: Int) async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [i] in
      Self.refusals[i].call()
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains(Self.refusals[i].sentence), "\(Self.refusals[i].sentence) in \(said)")
  }

  private static func read(_ bytes: [UInt8]) { _ = IDX(bytes: bytes, path: "f") }

  private static let header: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 3]

  static let idx = [
    Refusal("f is cut off: an IDX file begins with 4 bytes, and it has 2") { read([0, 0]) },
    Refusal("and it begins with 89 50 4e 47") { read([0x89, 0x50, 0x4e, 0x47]) },
    Refusal("and it begins with 00 00 0a 01") { read([0, 0, 10, 1, 0, 0, 0, 1, 0]) },
    Refusal("f has 2 dimensions, which take a header of 12 bytes, and it has 8 bytes") {
      read([0, 0, 8, 2, 0, 0, 0, 3])
    },
    Refusal("f has 0 dimensions") { read([0, 0, 8, 0, 1]) },
    Refusal("f is cut off: 3 numbers of 1 bytes are 3 bytes, and 2 follow the header") {
      read(header + [1, 2])
    },
    Refusal("f has bytes after its end: 3 numbers of 1 bytes are 3 bytes, and 4 follow") {
      read(header + [1, 2, 3, 4])
    },
    Refusal("too large") {
      read([0, 0, 8, 3] + [UInt8](repeating: 255, count: 12))
    },
    Refusal("number 3 is outside an IDX file of 3 numbers") {
      _ = IDX(bytes: header + [1, 2, 3], path: "f")[3]
    },
    Refusal("and there are 2 images and 3 labels") {
      _ = LabeledExamples(images: images, labels: IDX(bytes: header + [1, 2, 3], path: "l"))
    },
    Refusal("and these are 3 and 3") {
      let labels = IDX(bytes: header + [1, 2, 3], path: "l")
      _ = LabeledExamples(images: labels, labels: labels)
    },
    Refusal("a label is a whole number from 0 to 2, and label 1 is 3") {
      let labels = IDX(bytes: [0, 0, 8, 1, 0, 0, 0, 2, 0, 3], path: "l")
      _ = LabeledExamples(images: images, labels: labels, classes: 3)
    },
    Refusal("a label is a whole number from 0, and label 0 is -1.0") {
      let labels = IDX(bytes: [0, 0, 9, 1, 0, 0, 0, 2, 255, 3], path: "l")
      _ = LabeledExamples(images: images, labels: labels)
    },
    Refusal("there is no data file chapters/data/missing.gz") {
      _ = IDX("chapters/data/missing.gz")
    },
  ]

  private static var images: IDX {
    IDX(bytes: Reference.data["idx gzip"]["plain"]!.bytes, path: "images")
  }

  private static func expand(limit: Int = 1000, _ change: (inout [UInt8]) -> Void) {
    var bytes = Reference.data["idx gzip"]["bytes"]!.bytes
    change(&bytes)
    _ = Gzip.expanded(bytes, path: "f", limit: limit)
  }

  static let gzip = [
    Refusal("f expands to more than 500000 bytes, and no more are read") {
      _ = Gzip.expanded(Reference.data["bomb"]["bytes"]!.bytes, path: "f", limit: 500_000)
    },
    Refusal("f expands to more than 39 bytes") { expand(limit: 39) { _ in } },
    Refusal("f is cut off: its gzip data should go on after 20 bytes") {
      expand { $0.removeLast($0.count - 20) }
    },
    Refusal("f is cut off: its gzip data should go on after 2 bytes") {
      expand { $0.removeLast($0.count - 2) }
    },
    Refusal("f has 3 bytes after the end of its gzip data, and none was expected") {
      expand { $0 += [1, 2, 3] }
    },
    Refusal("f is damaged: its checksum is said to be") { expand { $0[$0.count - 8] ^= 1 } },
    Refusal("f is damaged: its contents are said to have 41 bytes (modulo 2³²), and they have 40") {
      expand { $0[$0.count - 4] ^= 1 }
    },
    Refusal("f is damaged: zlib says \"unknown compression method\"") { expand { $0[2] = 7 } },
    Refusal("f is damaged: zlib says \"invalid block type\"") { expand { $0[10] = 0xff } },
  ]

  private static func table(_ text: String) { _ = CSV(text: text, path: "t") }

  static let csv = [
    Refusal("t is empty; a header line was expected") { table("") },
    Refusal("t has a header and no row of numbers") { table("a,b\n") },
    Refusal("t:3: 2 numbers were expected, as in the header, and 3 found") {
      table("a,b\n1,2\n1,2,3\n")
    },
    Refusal("t:3: 2 numbers were expected, as in the header, and 0 found") {
      table("a,b\n1,2\n\n3,4\n")
    },
    Refusal("t:2: a number was expected, and \"x\" found") { table("a,b\n1,x\n") },
    Refusal("t:2: a number was expected, and \"\" found") { table("a,b\n1,\n") },
    Refusal("t:2: a number was expected, and \"nan\" found") { table("a,b\n1,nan\n") },
    Refusal("t:2: cells without quotes were expected, and a quote found") {
      table("a,b\n\"1\",2\n")
    },
    Refusal("t:1: every column needs a name of its own, and column 2 is named \"\"") {
      table("a,,b\n1,2,3\n")
    },
    Refusal("column 2 is named \"a\"") { table("a,a\n1,2\n") },
  ]

  static let generators = [
    Refusal("glyphs need a count of at least 1") { _ = Glyph.examples(0, seed: 1) },
    Refusal("glyphs need a count of at least 1 and noise of at least 0, not 5 and -1.0") {
      _ = Glyph.examples(5, noise: -1, seed: 1)
    },
    Refusal("not 10 at 1 and 2") { _ = Glyph.image(of: 10, row: 1, column: 2) },
    Refusal("labelNoise is a part from 0 to 1, not 1.5") {
      _ = Glyph.split(train: 5, test: 5, labelNoise: 1.5, seed: 1)
    },
    Refusal("two moons need at least 2 points, not 1") { _ = PointClouds.moons(1, seed: 1) },
    Refusal("the noise of moons is at least 0, not -1.0") {
      _ = PointClouds.moons(4, noise: -1, seed: 1)
    },
    Refusal("not 1 classes, 5 points") { _ = PointClouds.spirals(5, classes: 1, seed: 1) },
    Refusal("a curve needs at least one example") {
      _ = Regression.curve(examples: 0, noise: 0, seed: 1) { $0 }
    },
    Refusal("a polynomial of degree 3 needs a task with one column and 4 examples") {
      _ = PolynomialFit(Regression.curve(examples: 3, noise: 0, seed: 1) { $0 }, degree: 3)
    },
    Refusal("a polynomial of degree 2 needs 3 different points, and there are 2") {
      let task = Regression(x: Matrix(rows: 4, columns: 1, [1, 2, 1, 2]), y: [1, 2, 3, 4])
      _ = PolynomialFit(task, degree: 2)
    },
    Refusal("80 + 0 + 40 examples were asked for") {
      _ = DataTests.numbered(100).split(train: 80, test: 40, seed: 1)
    },
    Refusal("4 examples make 2 to 4 folds, not 5") {
      _ = DataTests.numbered(4).folds(5, seed: 1)
    },
    Refusal("the shape of a gamma number is greater than 0, not 0.0") {
      var random = RandomStream(seed: 1, "test")
      _ = random.gamma(shape: 0)
    },
  ]

  private static func change(_ augmentation: any Augmentation) {
    _ = AugmentationTests.images.augmented(by: [augmentation], seed: 1)
  }

  private static func changeNumbers(_ augmentation: any Augmentation) {
    _ = PointClouds.moons(4, seed: 1).augmented(by: [augmentation], seed: 1)
  }

  static let augmentations = [
    Refusal(
      "RandomCrop changes images, and these examples are rows of 2 numbers without a height and a width"
    ) { changeNumbers(RandomCrop(padding: 1)) },
    Refusal("CutMix changes images") { changeNumbers(CutMix()) },
    Refusal("RandAugment changes images") {
      changeNumbers(RandAugment(operations: [.identity]))
    },
    Refusal("RandomCrop may move by 10 pixels down and 10 sideways") {
      change(RandomCrop(padding: 10))
    },
    Refusal("RandomCrop's padding is at least 0 pixels, not -1") { _ = RandomCrop(padding: -1) },
    Refusal("and an image of 10 × 10 would be gone") {
      change(RandomTranslation(vertical: 0, horizontal: 12))
    },
    Refusal("RandomTranslation moves by at least 0 pixels") {
      _ = RandomTranslation(pixels: -2)
    },
    Refusal("Cutout's square of 11 pixels is larger than an image of 10 × 10") {
      change(Cutout(size: 11))
    },
    Refusal("Cutout's size is at least 0 pixels, not -3") { _ = Cutout(size: -3) },
    Refusal("Mixup's alpha is greater than 0, not 0.0") { _ = Mixup(alpha: 0) },
    Refusal("CutMix's alpha is greater than 0, not -1.0") { _ = CutMix(alpha: -1) },
    Refusal("p is a probability from 0 to 1, not 1.5") { _ = RandomHorizontalFlip(p: 1.5) },
    Refusal("p is a probability from 0 to 1, not nan") { _ = RandomHorizontalFlip(p: .nan) },
    Refusal("RandomRotation turns by 0 to 180 degrees, not -5.0") {
      _ = RandomRotation(degrees: -5)
    },
    Refusal("RandomScale's factors are greater than 0, not 0.0 to 2.0") { _ = RandomScale(0...2) },
    Refusal("RandomBrightness's amount is at least 0, not -0.1") { _ = RandomBrightness(-0.1) },
    Refusal("RandomContrast's amount is at least 0, not inf") { _ = RandomContrast(.infinity) },
    Refusal("RandomNoise's standard deviation is at least 0") {
      _ = RandomNoise(standardDeviation: -1)
    },
    Refusal("RandAugment needs an operation to draw") { _ = RandAugment(operations: []) },
    Refusal("not 2 and 11.0") { _ = RandAugment(operations: [.identity], magnitude: 11) },
    Refusal("the label 7 of example 0 is not one of the 2 classes, 0 to 1") {
      _ = LabeledExamples(features: 1, classes: 2, inputs: [1, 2], labels: [7, 0])
    },
  ]

  static let others = [
    Refusal("interpolated's lambda is a part from 0 to 1, not 2.0") {
      _ = DataTests.numbered(4).interpolated(lambda: 2)
    },
    Refusal("extrapolated's lambda is at least 0, not -1.0") {
      _ = DataTests.numbered(4).extrapolated(lambda: -1)
    },
    Refusal("examples are paired with at least 1 neighbour, not 0") {
      _ = DataTests.numbered(4).extrapolated(neighbours: 0)
    },
    Refusal("perturbed's gamma is at least 0, not -1.0") {
      _ = DataTests.numbered(4).perturbed(gamma: -1, seed: 1)
    },
    Refusal("cannot be joined by some of 2 and 2") {
      _ = DataTests.numbered(4).appending(PointClouds.moons(4, seed: 1))
    },
    Refusal("features come after 1 to 1 layers, not after 2") {
      _ = Network(seed: 1) { Linear(100, 2) }.features(for: AugmentationTests.images, upTo: 2)
    },
    Refusal("there is no example to take features of") {
      _ = Network(seed: 1) { Linear(100, 2) }
        .features(for: AugmentationTests.images.examples([]), upTo: 1)
    },
    Refusal("there is no policy to rank") {
      _ = rankedByValidation([]) { _ in fatalError("no run") }
    },
    Refusal("and the run of \"flip\" had none") {
      _ = rankedByValidation(AugmentationPolicy.each(of: [.horizontalFlip])) { augmentation in
        train(
          Network(seed: 1) { Linear(100, 10) }, on: Glyph.split(train: 5, test: 5, seed: 1),
          with: SGD(learningRate: 0.1), augmentation: augmentation, epochs: 1, seed: 1)
      }
    },
    Refusal("a GAN needs at least 1 number of noise and 1 class, not 0 and 2") {
      _ = gan(noise: 0)
    },
    Refusal("not 100 examples of 3 classes, 1 steps and 64") {
      _ = gan().trained(
        on: DataTests.numbered(100), with: SGD(learningRate: 0.1), steps: 1, seed: 1)
    },
    Refusal("the generator makes 2 numbers an example, and a real one has 100") {
      let images = Glyph.examples(9, seed: 1)
      let examples = LabeledExamples(
        features: 100, classes: 2, inputs: images.inputs, labels: images.labels.map { $0 % 2 })
      _ = gan().trained(on: examples, with: SGD(learningRate: 0.1), steps: 1, seed: 1)
    },
    Refusal("not 1 of 2") { _ = gan().examples(1, of: 2, seed: 1) },
  ]

  private static func gan(noise: Int = 2) -> GAN {
    GAN(
      noise: noise, classes: 2, generator: Network(seed: 1) { Linear(4, 2) },
      discriminator: Network(seed: 2) { Linear(102, 2) })
  }
}
