import Autograd
import Datasets
import Numerics

/// Trains a classifier on mini-batches in a new random order each epoch.
///
/// - Parameters:
///   - network: The network to begin with; it is not changed.
///   - data: The examples to learn from, and those to judge by.
///   - optimizer: What moves the parameters.
///   - loss: What is to become small; the cross-entropy by default.
///   - penalty: What is added to the loss; nothing by default.
///   - augmentation: What is done to each batch before the network sees it, in this order; nothing
///     by default.
///   - callbacks: What else happens: schedules, clipping, early stopping, averages; nothing by
///     default.
///   - epochs: How often every training example is seen.
///   - measuredEvery: After how many epochs loss and accuracy are measured, 1 by default; always
///     before the first epoch and after the last.
///   - batchSize: How many examples a step sees, 32 by default; the last batch may be smaller.
///   - seed: Decides the order of the examples, the augmentation and the layers' randomness.
public func train(
  _ network: Network, on data: Split, with optimizer: any Optimizer, loss: Loss = .crossEntropy,
  penalty: Penalty = .none, augmentation: [any Augmentation] = [],
  callbacks: [any Callback] = [], epochs: Int, measuredEvery: Int = 1, batchSize: Int = 32,
  seed: Int
) -> Run {
  require(
    epochs >= 1 && measuredEvery >= 1 && batchSize >= 1,
    "training needs at least one epoch, one between measurements, and one example a batch")
  data.train.check("to learn from")
  data.validation?.check("to choose by")
  data.test.check("to judge by")
  let trainer = Trainer(
    network, with: optimizer, penalty: penalty, callbacks: callbacks,
    plannedSteps: epochs * ((data.train.count + batchSize - 1) / batchSize), seed: seed)
  var curves = Curves(data)
  curves.measure(trainer, validation: data.validation.map(trainer.measured))
  var batch = Batch(of: data.train)
  for epoch in 0..<epochs where !trainer.isStopping {
    for rows in batchIndices(data.train.count, of: batchSize, seed: seed, epoch: epoch) {
      batch.fill(rows, of: data.train)
      for (place, change) in augmentation.enumerated() {
        var random = RandomStream(
          seed: seed, "augmentation", step: trainer.steps * augmentation.count + place)
        change.apply(to: &batch, &random)
      }
      trainer.step { network in loss(network(batch), batch) }
    }
    let validation = trainer.endEpoch(validation: data.validation)
    if (epoch + 1) % measuredEvery == 0 || epoch + 1 == epochs || trainer.isStopping {
      curves.measure(trainer, validation: validation)
    }
  }
  return trainer.finish(curves)
}

/// The measurements that a run of `train` collects.
struct Curves {
  let data: Split
  var epoch: [Double] = []
  var train: [Measures] = []
  var test: [Measures] = []
  var validation: [Measures] = []

  init(_ data: Split) { self.data = data }

  mutating func measure(_ trainer: Trainer, validation: Measures?) {
    epoch.append(Double(trainer.epochs))
    train.append(trainer.measured(on: data.train))
    test.append(trainer.measured(on: data.test))
    if let validation { self.validation.append(validation) }
  }
}

extension Trainer {
  fileprivate func finish(_ curves: Curves) -> Run {
    var run = Run(
      network: network, epoch: curves.epoch, train: curves.train, test: curves.test,
      validation: curves.validation, epochs: epochs)
    for i in callbacks.indices { callbacks[i].ended(self, &run) }
    return run
  }
}
