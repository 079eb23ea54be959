import Autograd
import Datasets
import Kernels
import Numerics

/// A network's outputs for the same examples under different noise (Monte-Carlo dropout; Gal &
/// Ghahramani 2016, ICML).
public struct OutputSamples: Sendable {
  /// How many examples there are.
  public let count: Int
  /// How many outputs an example has.
  public let columns: Int
  /// One draw each: `[count, columns]` in row-major order.
  public let draws: [[Real]]

  /// The mean of every output over the draws: the predictive mean of a regression.
  public var mean: [Double] {
    var total = [Double](repeating: 0, count: count * columns)
    for draw in draws { for i in draw.indices { total[i] += Double(draw[i]) } }
    return total.map { $0 / Double(draws.count) }
  }

  /// The variance of every output over the draws, divided by their number: eq. 8 of the paper without
  /// the noise of the data, which it adds.
  public var variance: [Double] {
    let mean = mean
    var total = [Double](repeating: 0, count: mean.count)
    for draw in draws {
      for i in draw.indices {
        total[i] += (Double(draw[i]) - mean[i]) * (Double(draw[i]) - mean[i])
      }
    }
    return total.map { $0 / Double(draws.count) }
  }

  /// The mean of the softmax over the draws, `[count, columns]`: a classifier's predictive
  /// distribution.
  public var probabilities: [Real] {
    let total = draws.reduce(into: [Double](repeating: 0, count: count * columns)) { sum, draw in
      let p = Training.probabilities(ofLogits: draw, classes: columns)
      for i in p.indices { sum[i] += Double(p[i]) }
    }
    return total.map { Real($0 / Double(draws.count)) }
  }

  /// The entropy of each example's predictive distribution, −Σ p log p in nats: how uncertain the
  /// network is.
  public var entropy: [Double] {
    let p = probabilities
    return (0..<count).map { i in
      -p[i * columns..<(i + 1) * columns].reduce(0.0) {
        $1 > 0 ? $0 + Double($1) * log(Double($1)) : $0
      }
    }
  }
}

extension Network {
  /// The outputs for examples with the randomness of training left on: every example of every draw
  /// sees noise of its own. Batch normalisation uses its statistics.
  ///
  /// - Parameters:
  ///   - examples: At least one.
  ///   - draws: How many passes, at least 1.
  ///   - seed: Decides the noise.
  public func samples(for examples: LabeledExamples, draws: Int, seed: Int) -> OutputSamples {
    require(examples.count >= 1 && draws >= 1, "sampling needs an example and a draw")
    let live = LiveNetwork(self)
    let outputs = onTape { tape in
      (0..<draws).map { live.outputs(for: examples, on: tape, .sampling, seed: seed, step: $0) }
    }
    return OutputSamples(
      count: examples.count, columns: outputs[0].count / examples.count, draws: outputs)
  }
}
