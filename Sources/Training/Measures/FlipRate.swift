import Datasets
import Kernels
import Numerics

extension Network {
  /// The part of the examples whose predicted class changes when normal noise is added to their
  /// inputs, averaged over several draws.
  ///
  /// - Parameters:
  ///   - examples: At least one; their labels do not matter.
  ///   - standardDeviation: The noise's, at least 0.
  ///   - draws: How often noise is drawn, at least 1; 1 by default.
  ///   - seed: Decides the noise.
  public func flipRate(
    on examples: LabeledExamples, standardDeviation: Double, draws: Int = 1, seed: Int
  ) -> Double {
    require(examples.count >= 1 && draws >= 1, "a flip rate needs an example and a draw")
    require(
      standardDeviation >= 0 && standardDeviation < .infinity,
      "a standard deviation is at least 0, not \(standardDeviation)")
    let live = LiveNetwork(self)
    func classes(_ examples: LabeledExamples) -> [Int] {
      let outputs = onTape { live.outputs(for: examples, on: $0) }
      return largestPlaces(outputs, classes: outputs.count / examples.count)
    }
    let clean = classes(examples)
    var flipped = 0
    for draw in 0..<draws {
      var random = RandomStream(seed: seed, "flip rate", step: draw)
      var noisy = examples
      for i in noisy.inputs.indices {
        noisy.inputs[i] += Real(standardDeviation * random.normal())
      }
      flipped += zip(clean, classes(noisy)).count { $0 != $1 }
    }
    return Double(flipped) / Double(draws * examples.count)
  }
}
