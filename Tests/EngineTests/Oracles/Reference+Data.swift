import Kernels
import Lab

@testable import Datasets

extension Reference {
  static let data = Reference("data")

  /// The image of the cases, changed.
  func image(_ name: String = "image", _ change: (ImageView) -> Void) -> [Float] {
    let x = self[name]["x"]!
    let size = ImageSize(x.shape[0], x.shape[1], channels: x.shape[2])
    var batch = Batch(
      of: LabeledExamples(
        features: size.count, classes: 1, inputs: x.reals, labels: [0], image: size))
    batch.inputs = x.reals
    batch.labels = [0]
    batch.changeImages(for: "test", change)
    return batch.inputs
  }

  /// The batch of images that Mixup and CutMix change.
  func mixingBatch() -> Batch {
    let x = self["mixup"]["x"]!
    let size = ImageSize(x.shape[1], x.shape[2], channels: x.shape[3])
    let labels = self["mixup"]["labels"]!.values.map { Int32($0) }
    let examples = LabeledExamples(
      features: size.count, classes: 3, inputs: x.reals, labels: labels, image: size)
    var batch = Batch(of: examples)
    batch.fill(Swift.Array(0..<labels.count)[...], of: examples)
    return batch
  }

  /// The largest difference of a distribution function at its 2, 4, … 98 % points from what was drawn,
  /// times √n: below 1.95 with probability 0.999 (Kolmogorov).
  func distance(_ name: String, _ n: Int = 20_000, draw: () -> Double) -> Double {
    let quantiles = self[name]["quantiles"]!.values
    var counts = [Int](repeating: 0, count: quantiles.count)
    for _ in 0..<n {
      let x = draw()
      for (i, q) in quantiles.enumerated() where x <= q { counts[i] += 1 }
    }
    return counts.enumerated().map { i, count in
      abs(Double(count) / Double(n) - Double(i + 1) / 50) * Double(n).squareRoot()
    }.largestError
  }
}

/// The distance of a count of independent events from its expectation, in standard deviations.
func deviations(_ count: Int, of n: Int, probability p: Double) -> Double {
  abs(Double(count) - Double(n) * p) / (Double(n) * p * (1 - p)).squareRoot()
}
