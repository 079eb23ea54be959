import Kernels
import Lab

@testable import Datasets
@testable import Training

extension Technique {
  static let augmentation: [Technique] = [
    Technique(
      "Augmentation", "Horizontal flip", type: "RandomHorizontalFlip", oracle: "PyTorch `flip`",
      source: "Krizhevsky, Sutskever & Hinton 2012, §4.1", tolerance: 0
    ) {
      var random = RandomStream(seed: 1, "test")
      let found = Reference.data.image { RandomHorizontalFlip(p: 1).apply(to: $0, &random) }
      return relativeError(found, Reference.data["flip"]["y"]!.rounded)
    },
    Technique(
      "Augmentation", "Translation and padded crop", type: "RandomCrop, RandomTranslation",
      oracle: "SciPy `shift`", source: "Krizhevsky, Sutskever & Hinton 2012, §4.1", tolerance: 0
    ) {
      [(1, -2), (-3, 0), (5, 6)].map { down, right in
        let found = Reference.data.image {
          $0.move(down: down, right: right, fill: -1, for: "test", limit: 5, 6)
        }
        return relativeError(found, Reference.data["shift \(down) \(right)"]["y"]!.rounded)
      }.largestError
    },
    Technique(
      "Augmentation", "Rotation", type: "RandomRotation", oracle: "SciPy `rotate`",
      source: "Simard, Steinkraus & Platt 2003, §2", tolerance: 1e-6
    ) {
      let nearest = [17, -40].map { degrees in
        let found = Reference.data.image {
          $0.sample(RandomRotation.map(degrees: Double(degrees)), .nearest, fill: 0.5)
        }
        return relativeError(found, Reference.data["rotation \(degrees) nearest"]["y"]!.values)
      }
      let bilinear = [17, -40, 90].map { degrees in
        let found = Reference.data.image {
          $0.sample(RandomRotation.map(degrees: Double(degrees)), .bilinear, fill: 0.5)
        }
        return relativeError(found, Reference.data["rotation \(degrees) bilinear"]["y"]!.values)
      }
      return (nearest + bilinear).largestError
    },
    Technique(
      "Augmentation", "Scaling", type: "RandomScale", oracle: "PyTorch `grid_sample`",
      source: "Simard, Steinkraus & Platt 2003, §2", tolerance: 1e-6
    ) {
      let scaled = [0.7, 1.35].flatMap { factor in
        [("nearest", Interpolation.nearest), ("bilinear", .bilinear)].map { name, interpolation in
          let found = Reference.data.image {
            $0.sample(RandomScale.map(factor: factor), interpolation, fill: 0)
          }
          return relativeError(found, Reference.data["scale \(factor) \(name)"]["y"]!.values)
        }
      }
      let turned = Reference.data.image {
        $0.sample(RandomRotation.map(degrees: 25), .bilinear, fill: 0)
      }
      return largestError(
        scaled.largestError,
        relativeError(turned, Reference.data["rotation 25 PyTorch"]["y"]!.values))
    },
    Technique(
      "Augmentation", "Brightness and contrast", type: "RandomBrightness, RandomContrast",
      oracle: "torchvision's formulas in PyTorch", source: "Howard 2013, §2.2", tolerance: 1e-6
    ) {
      let test = Reference.data["colour"]
      func found(_ change: (ImageView) -> Void) -> [Float] {
        Reference.data.image("colour", change)
      }
      return largestError(
        relativeError(found { $0.move(awayFrom: 0, by: 1.6) }, test["brighter"]!.values),
        relativeError(found { $0.move(awayFrom: 0, by: 0.4) }, test["darker"]!.values),
        relativeError(
          found { $0.move(awayFrom: $0.meanBrightness, by: 1.7) }, test["contrast"]!.values))
    },
    Technique(
      "Augmentation", "Input noise", type: "RandomNoise", oracle: "mean and variance, in se",
      source: "Bishop 1995", tolerance: 4
    ) {
      let zeros = LabeledExamples(
        features: 100, classes: 2, inputs: [Float](repeating: 0, count: 20_000),
        labels: [Int32](repeating: 0, count: 200))
      let noise = zeros.augmented(by: RandomNoise(standardDeviation: 0.5), seed: 1).inputs
        .map { Double($0) / 0.5 }
      let n = Double(noise.count)
      let squares = noise.reduce(0) { $0 + $1 * $1 }
      return largestError(
        abs(noise.reduce(0, +)) / n.squareRoot(), abs(squares - n) / (2 * n).squareRoot())
    },
    Technique(
      "Augmentation", "Cutout", type: "Cutout", oracle: "expected erased area, in sd",
      source: "DeVries & Taylor 2017, arXiv:1708.04552", tolerance: 4
    ) {
      // In one dimension 3 of 10 pixels are erased around an inner pixel and 2 at a border.
      let erased = ones(2000).augmented(by: Cutout(size: 3), seed: 1).inputs.count { $0 == 0 }
      let mean = 2.8 * 2.8
      let variance = (7.84 + 0.16) * (7.84 + 0.16) - mean * mean
      return abs(Double(erased) - 2000 * mean) / (2000 * variance).squareRoot()
    },
    Technique(
      "Augmentation", "Mixup", type: "Mixup", oracle: "PyTorch `roll` and the formula",
      source: "Zhang et al. 2018, arXiv:1710.09412, §2", tolerance: 1e-6
    ) {
      let test = Reference.data["mixup"]
      var batch = Reference.data.mixingBatch()
      let features = batch.features
      batch.mixWithPrevious(kept: 0.375) { blend($0, with: $1, keeping: 0.375, features) }
      return largestError(
        relativeError(batch.inputs, test["y"]!.values),
        relativeError(batch.targets, test["targets"]!.values))
    },
    Technique(
      "Augmentation", "CutMix", type: "CutMix",
      oracle: "torchvision's formula of the rectangle; PyTorch `roll` and the area",
      source: "Yun et al. 2019, arXiv:1905.04899, §3", tolerance: 1e-6
    ) {
      let test = Reference.data["cutmix"]
      var batch = Reference.data.mixingBatch()
      CutMix.paste(rows: 1..<4, columns: 2..<7, in: &batch, batch.image!)
      return largestError(
        rectangleError(), relativeError(batch.inputs, test["y"]!.values),
        relativeError(batch.targets, test["targets"]!.values))
    },
    Technique(
      "Augmentation", "RandAugment", type: "RandAugment", oracle: "expected draws, in sd",
      source: "Cubuk et al. 2020, arXiv:1909.13719, §3", tolerance: 4
    ) {
      // Of three operations two leave an image of ones as it is: N = 2 changes 1 − (2/3)² of them.
      let policy = RandAugment(
        operations: [.identity, .horizontalFlip, .cutout(size: 3)], count: 2, magnitude: 10)
      let changed = ones(3000).augmented(by: policy, seed: 1)
      let erased = (0..<3000).count { i in
        changed.inputs[i * 100..<(i + 1) * 100].contains(0)
      }
      return deviations(erased, of: 3000, probability: 5.0 / 9)
    },
    Technique(
      "Augmentation", "Feature space", type: "LabeledExamples.extrapolated",
      oracle: "scikit-learn `NearestNeighbors`", source: "DeVries & Taylor 2017, arXiv:1702.05538",
      tolerance: 1e-6
    ) {
      let test = Reference.data["neighbours"]
      let points = LabeledExamples(
        features: 3, classes: 2, inputs: test["x"]!.reals,
        labels: test["labels"]!.values.map { Int32($0) })
      let between = points.interpolated(lambda: 0.25, neighbours: 3)
      let beyond = points.extrapolated(neighbours: 3)
      return largestError(
        relativeError(between.inputs, test["interpolated"]!.values),
        relativeError(beyond.inputs, test["extrapolated"]!.values),
        relativeError(beyond.labels.map { Float($0) }, test["classes"]!.values))
    },
    Technique(
      "Augmentation", "Generative adversarial network", type: "GAN",
      oracle: "PyTorch, two steps, given our draws",
      source: "Goodfellow et al. 2014, §3", tolerance: 1e-4
    ) {
      let test = Reference.data["gan"]
      func network(_ name: String, outputs: Int) -> Network {
        var network = Network(seed: 1) {
          Linear(5, 6)
          Tanh()
          Linear(6, outputs)
        }
        for key in network.parameters.map(\.name) {
          network = network.setting(key, to: test["\(name) \(key)"]!.reals)
        }
        return network
      }
      func error(_ name: String, _ network: Network) -> Double {
        network.parameters.map {
          relativeError(
            network.values(of: $0.name), test["trained \(name) \($0.name)"]!.values)
        }.largestError
      }
      let examples = LabeledExamples(
        features: 3, classes: 2, inputs: test["x"]!.reals,
        labels: test["labels"]!.values.map { Int32($0) })
      let gan = GAN(
        noise: 3, classes: 2, generator: network("g", outputs: 3),
        discriminator: network("d", outputs: 2)
      ).trained(
        on: examples, with: SGD(learningRate: 0.25, momentum: 0.5), steps: 2, batchSize: 5, seed: 3)
      let losses = zip(gan.discriminatorLosses, gan.generatorLosses).flatMap { [$0, $1] }
      return largestError(
        relativeError(losses, test["losses"]!.values), error("g", gan.generator),
        error("d", gan.discriminator))
    },
    Technique(
      "Augmentation", "Learned policy", type: "rankedByValidation",
      oracle: "behaviour: shifts rank before flips",
      source: "Cubuk et al. 2020, arXiv:1909.13719, §4",
      tolerance: 0
    ) {
      let data = Glyph.split(train: 300, validation: 500, test: 10, labelNoise: 0.2, seed: 1)
      let ranking = rankedByValidation(
        AugmentationPolicy.each(of: [.horizontalFlip, .identity, .translation(pixels: 1)])
      ) { augmentation in
        train(
          Network(seed: 1) {
            Linear(100, 32)
            ReLU()
            Linear(32, 10)
          }, on: data, with: SGD(learningRate: 0.2), augmentation: augmentation, epochs: 60,
          measuredEvery: 60, seed: 1)
      }
      return ranking.map(\.policy.name) == ["translation", "identity", "flip"] ? 0 : 1
    },
  ]

  /// The largest distance, in pixels, of an edge of CutMix's rectangles.
  private static func rectangleError() -> Double {
    let test = Reference.data["rectangles"]
    let (given, edges) = (test["given"]!, test["edges"]!)
    return (0..<given.shape[0]).map { i in
      let g = given.values[5 * i..<5 * i + 5].map { $0 }
      let (rows, columns) = CutMix.rectangle(
        lambda: g[0], row: Int(g[1]), column: Int(g[2]), ImageSize(Int(g[3]), Int(g[4])))
      let found = [rows.lowerBound, rows.upperBound, columns.lowerBound, columns.upperBound]
      return zip(found, edges.values[4 * i..<4 * i + 4]).map { abs(Double($0) - $1) }.largestError
    }.largestError
  }

  /// Images of 10 × 10 ones.
  private static func ones(_ count: Int) -> LabeledExamples {
    LabeledExamples(
      features: 100, classes: 2, inputs: [Float](repeating: 1, count: 100 * count),
      labels: [Int32](repeating: 0, count: count), image: ImageSize(10, 10))
  }
}

extension Reference.Array {
  /// The numbers as single precision holds them; the file has ten digits of each.
  var rounded: [Double] { values.map { Double(Float($0)) } }
}
