import Autograd
import Datasets
import Kernels
import Numerics

extension Network {
  /// The same network with the statistics of its batch normalisations computed again from examples:
  /// the plain averages of the batches' means and unbiased variances, as PyTorch's
  /// `swa_utils.update_bn` computes them. Needed after weights were averaged or set by hand.
  ///
  /// The layers work as in training, with their randomness; the parameters do not change.
  ///
  /// - Parameters:
  ///   - examples: What to compute them from.
  ///   - batchSize: How many examples are normalised together, 32 by default. What is left over at the
  ///     end is a batch too, unless it is a single example, which has no variance.
  ///   - seed: Decides the layers' randomness, 0 by default.
  public func updatingStatistics(
    on examples: LabeledExamples, batchSize: Int = 32, seed: Int = 0
  ) -> Network {
    require(
      batchSize >= 2 && examples.count >= 2,
      "statistics need at least 2 examples and batches of 2, and got \(examples.count) and batches of \(batchSize)"
    )
    var updated = self
    updated.statisticValues = statistics.flatMap {
      [Real](repeating: Real($0.initial), count: $0.shape.count)
    }
    let live = LiveNetwork(updated)
    let tape = Tape()
    defer { tape.release() }
    var batch = Batch(of: examples)
    let order = Array(0..<examples.count)
    for (step, first) in stride(from: 0, to: order.count - 1, by: batchSize).enumerated() {
      batch.fill(order[first..<min(first + batchSize, order.count)], of: examples)
      tape.begin(recording: false)
      var pass = live.pass(on: tape, .training, seed: seed, step: step)
      pass.averagesStatistics = true
      _ = pass(batch)
    }
    updated.statisticValues = live.statistics.values
    return updated
  }
}
