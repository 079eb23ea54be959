import Numerics

/// Ends training when the validation examples have not been done better for some epochs, and returns
/// to the best network (Goodfellow, Bengio & Courville 2016, algorithm 7.1).
///
/// The network before training does not count as one of them. As in the algorithm and in Keras,
/// training ends with the `patience`th epoch in a row that is not better; PyTorch Lightning too, but
/// PyTorch's `ReduceLROnPlateau` waits for one more.
///
/// `train` puts the best network into the run. In a loop of your own, keep it as a variable, call
/// `epochEnded(trainer, validation: trainer.measured(on: …))` after each epoch, and ask
/// `trainer.isStopping` and `best`.
public struct EarlyStopping: Callback {
  /// What is watched on the validation examples.
  public enum Monitor: Sendable {
    /// The cross-entropy, which should fall.
    case loss
    /// The accuracy, which should rise.
    case accuracy
  }

  /// How many epochs in a row may be no better.
  public let patience: Int
  /// By how much a measure has to be better to count.
  public let minDelta: Double
  /// Whether the run's network is the best one instead of the last.
  public let restoreBest: Bool
  /// What is watched.
  public let monitor: Monitor
  /// The best epoch so far, from 1; nil before the first.
  public private(set) var bestEpoch: Int?
  /// The network after the best epoch; nil without `restoreBest`.
  public private(set) var best: Network?
  private var bestValue = Double.infinity
  private var epochs = 0

  /// Early stopping.
  ///
  /// - Parameters:
  ///   - patience: How many epochs in a row may be no better before training ends, at least 1.
  ///   - minDelta: By more than this must a measure be better than the best one to count; 0 by
  ///     default.
  ///   - restoreBest: Whether the run's network is that of the best epoch instead of the last; true
  ///     by default (Keras's `restore_best_weights` is false).
  ///   - monitor: What is watched; the loss by default.
  public init(
    patience: Int, minDelta: Double = 0, restoreBest: Bool = true, monitor: Monitor = .loss
  ) {
    require(patience >= 1, "a patience is at least 1 epoch, not \(patience)")
    require(
      minDelta >= 0 && minDelta.isFinite,
      "minDelta is a finite number of at least 0, not \(minDelta)")
    self.patience = patience
    self.minDelta = minDelta
    self.restoreBest = restoreBest
    self.monitor = monitor
  }

  /// Compares with the best epoch so far.
  public mutating func epochEnded(_ trainer: Trainer, validation: Measures?) {
    guard let validation else {
      refuse(
        "early stopping watches the validation examples, and there are none: give the split a validation set"
      )
    }
    epochs += 1
    let value = monitor == .loss ? validation.loss : -validation.accuracy
    if value < bestValue - minDelta {
      bestValue = value
      bestEpoch = epochs
      if restoreBest { best = trainer.network }
    } else if epochs - (bestEpoch ?? 0) >= patience {
      trainer.stop()
    }
  }

  /// Hands over the best epoch and its network.
  public mutating func ended(_ trainer: Trainer, _ run: inout Run) {
    run.bestEpoch = bestEpoch
    if let best { run.network = best }
  }
}
