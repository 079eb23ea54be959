import Lab
import Testing

@testable import Datasets

/// Readers and generators.
@Suite struct DataTests {
  @Test func aCompressedFileIsExpandedInChunks() {
    let bomb = Reference.data["bomb"]["bytes"]!.bytes
    #expect(
      Gzip.expanded(bomb, path: "bomb", limit: 1_000_000) == [UInt8](repeating: 0, count: 1_000_000)
    )
  }

  @Test func partsOfACompressedFileFollowOneAnother() {
    let test = Reference.data["idx gzip"]
    let (part, plain) = (test["bytes"]!.bytes, test["plain"]!.bytes)
    #expect(Gzip.expanded(part + part, path: "two", limit: 1000) == plain + plain)
  }

  @Test func filesOfTheBookMayBeCompressed() {
    let images = IDX("Tests/EngineTests/References/data_images.idx.gz")
    #expect(images.dimensions == [2, 3, 4] && images.element == .uint8 && images[23] == 230)
    let table = CSV("Tests/EngineTests/References/data_table.csv.gz")
    #expect(table.columns == ["a", "b"] && table.rows == [[1, 2.5], [-3, 0.04]])
  }

  @Test func imagesAndLabelsMakeExamples() {
    let images = IDX(bytes: Reference.data["idx gzip"]["plain"]!.bytes, path: "images")
    let labels = IDX(bytes: [0, 0, 8, 1, 0, 0, 0, 2, 4, 0], path: "labels")
    let examples = LabeledExamples(images: images, labels: labels)
    #expect(examples.classes == 5 && examples.labels == [4, 0])
    #expect(examples.image == ImageSize(3, 4) && examples.inputs[13] == 130 / Float(255))
    #expect(LabeledExamples(images: images, labels: labels, classes: 10).classes == 10)
  }

  @Test func tablesMayEndTheirLinesAsWindowsDoes() {
    let table = CSV(text: "a,b\r\n1,-2e3\r\n0.5,7\r\n", path: "t")
    #expect(table.columns == ["a", "b"] && table.rows == [[1, -2000], [0.5, 7]])
  }

  /// X16: which digits a mirror turns into which. The others become no digit.
  @Test func aMirroredTwoIsAFive() {
    var mirrored: [Int: Int] = [:]
    for digit in 0...9 {
      let image = LabeledExamples(
        features: 100, classes: 10, inputs: Glyph.image(of: digit, row: 1, column: 2),
        labels: [Int32(digit)], image: Glyph.size)
      let flipped = image.augmented(by: RandomHorizontalFlip(p: 1), seed: 1).inputs
      mirrored[digit] = (0...9).first { Glyph.image(of: $0, row: 1, column: 4) == flipped }
    }
    #expect(mirrored == [0: 0, 2: 5, 5: 2, 8: 8])
  }

  @Test func glyphsLieAtAllPlacesUnderTheNoiseAsked() {
    let clean = Glyph.examples(3000, noise: 0, seed: 1)
    var places: [[Float]: Int] = [:]
    for i in 0..<clean.count {
      places[Array(clean.inputs[i * 100..<(i + 1) * 100]), default: 0] += 1
    }
    #expect(places.count == 60)
    for count in places.values { #expect(deviations(count, of: 3000, probability: 1.0 / 60) < 5) }
    // Row 0 is never lit.
    let noisy = Glyph.examples(1000, noise: 0.3, seed: 2)
    var (sum, squares) = (0.0, 0.0)
    for i in 0..<noisy.count {
      for pixel in noisy.inputs[i * 100..<i * 100 + 10] {
        sum += Double(pixel) / 0.3
        squares += Double(pixel * pixel) / 0.09
      }
    }
    let n = 10_000.0
    #expect(abs(sum) < 4 * n.squareRoot() && abs(squares - n) < 4 * (2 * n).squareRoot())
  }

  @Test func generatedDataAreFunctionsOfTheirSeed() {
    let split = Glyph.split(train: 50, validation: 20, test: 30, labelNoise: 0.2, seed: 3)
    let again = Glyph.split(train: 50, validation: 20, test: 30, labelNoise: 0.2, seed: 3)
    #expect(split.train.inputs == again.train.inputs && split.train.labels == again.train.labels)
    #expect(split.validation!.count == 20 && split.test.count == 30)
    #expect(split.train.inputs[..<100] != split.test.inputs[..<100])
    #expect(Glyph.examples(5, seed: 1).inputs != Glyph.examples(5, seed: 2).inputs)
    let moons = PointClouds.moons(50, noise: 0.1, seed: 1)
    #expect(moons.inputs == PointClouds.moons(50, noise: 0.1, seed: 1).inputs)
    #expect(moons.inputs != PointClouds.moons(50, noise: 0.1, seed: 2).inputs)
    #expect(PointClouds.spirals(50, classes: 3, seed: 1).labels.count { $0 == 2 } == 16)
  }

  /// X30: a higher degree never fits the training points worse; in between the test error is least.
  @Test func trainingErrorFallsWithTheDegree() {
    var ratios: [Double] = []
    for seed in 1...20 {
      let curve: (Double) -> Double = { sin(2 * .pi * $0) }
      let train = Regression.curve(examples: 20, noise: 0.3, seed: seed, "train", curve)
      let test = Regression.curve(examples: 500, noise: 0.3, seed: seed, "test", curve)
      let fits = (0...15).map { PolynomialFit(train, degree: $0) }
      let errors = fits.map { $0.meanSquaredError(train) }
      for (worse, better) in zip(errors, errors.dropFirst()) {
        #expect(better <= worse * (1 + 1e-12))
      }
      let tested = fits.map { $0.meanSquaredError(test) }
      let best = tested.min()!
      #expect((1...10).contains(tested.firstIndex(of: best)!))
      ratios.append(tested[15] / best)
    }
    #expect(ratios.sorted()[10] > 10)
  }

  @Test(arguments: [false, true]) func partsOfASplitAreDisjoint(_ stratified: Bool) {
    let examples = Self.numbered(97)
    let split = examples.split(train: 40, validation: 20, stratified: stratified, seed: 1)
    let parts = [split.train, split.validation!, split.test]
    #expect(parts.map(\.count) == [40, 20, 37])
    #expect(parts.flatMap(\.inputs).sorted() == examples.inputs)
    let folds = examples.folds(4, stratified: stratified, seed: 1)
    #expect(folds.flatMap(\.test.inputs).sorted() == examples.inputs)
    #expect(folds.allSatisfy { ($0.train.inputs + $0.test.inputs).sorted() == examples.inputs })
    #expect(folds.allSatisfy { (24...25).contains($0.test.count) })
    guard stratified else { return }
    for part in parts + folds.map(\.test) {
      for c in 0..<3 {
        let whole = Double(examples.labels.count { Int($0) == c }) / 97
        let expected = whole * Double(part.count)
        #expect(abs(Double(part.labels.count { Int($0) == c }) - expected) <= 2)
      }
    }
  }

  @Test func examplesCanBeJoined() {
    let joined = Self.numbered(3).appending(Self.numbered(2))
    #expect(joined.inputs == [0, 1, 2, 0, 1] && joined.count == 5)
  }

  /// Examples with their number as their only feature; classes 0, 1 and 2 in the ratio 6 : 3 : 1.
  static func numbered(_ count: Int) -> LabeledExamples {
    LabeledExamples(
      features: 1, classes: 3, inputs: (0..<count).map { Float($0) },
      labels: (0..<count).map { $0 % 10 < 6 ? 0 : $0 % 10 < 9 ? 1 : 2 })
  }
}
