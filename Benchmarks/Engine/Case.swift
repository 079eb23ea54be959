import Autograd
import Datasets
import Training

/// A training step to be measured: a network, its optimizer, and batches that it sees in turn.
struct Case {
  let network: Network
  let optimizer: any Optimizer
  let batches: [Batch]
  /// How many multiplications and additions the matrix products of a step have.
  let flops: Double

  init(
    features: Int, batch: Int, batches: Int, flops: Double, _ optimizer: any Optimizer,
    @LayerBuilder layers: () -> [any Layer]
  ) {
    let examples = LabeledExamples(
      features: features, classes: 10,
      inputs: fill(batch * batches * features, size: 1, salt: 3), labels: classes(batch * batches))
    self.batches = (0..<batches).map {
      var filled = Batch(of: examples)
      filled.fill(Array($0 * batch..<($0 + 1) * batch)[...], of: examples)
      return filled
    }
    network = Network(seed: 0, layers: layers).filled()
    self.optimizer = optimizer
    self.flops = flops
  }

  /// A trainer at the beginning.
  var trainer: Trainer { Trainer(network, with: optimizer) }

  /// The loss that the tenth step begins with: what a peer must find too.
  var loss: Float {
    let trainer = self.trainer
    var loss: Float = 0
    for step in 0..<10 { loss = self.step(trainer, step) }
    return loss
  }

  /// The time of a step.
  var timing: Timing {
    let trainer = self.trainer
    var step = 0
    return Timing {
      _ = self.step(trainer, step)
      step += 1
    }
  }

  @discardableResult
  func step(_ trainer: Trainer, _ number: Int) -> Float {
    let batch = batches[number % batches.count]
    return trainer.step { network in crossEntropy(network(batch), batch) }
  }
}
