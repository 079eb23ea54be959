/// A part of a training loop that others can share: clipping, a schedule, early stopping, an average
/// of the weights. A value; each run works on its own copy.
///
/// The order of a step is: `stepWillBegin`, the loss and its gradient, `gradientComputed`, the
/// optimizer's update, `stepEnded`. Callbacks are called in the order they were given.
///
/// In a loop of your own, `trainer.endEpoch()` tells them of an epoch, and nothing calls `ended`: a
/// callback whose result is wanted is better kept as a variable there, and called by hand.
public protocol Callback: Sendable {
  /// Before the first step.
  mutating func began(_ trainer: Trainer)
  /// Before a step's loss is computed; the learning rate may be changed here.
  mutating func stepWillBegin(_ trainer: Trainer)
  /// After the gradient, with the penalty's, and before the update.
  mutating func gradientComputed(_ trainer: Trainer)
  /// After the update.
  mutating func stepEnded(_ trainer: Trainer)
  /// After an epoch of `train`; `validation` is measured where the data have a validation set.
  mutating func epochEnded(_ trainer: Trainer, validation: Measures?)
  /// After the last epoch of `train`; the run may be changed here.
  mutating func ended(_ trainer: Trainer, _ run: inout Run)
}

extension Callback {
  /// Does nothing.
  public mutating func began(_ trainer: Trainer) {}
  /// Does nothing.
  public mutating func stepWillBegin(_ trainer: Trainer) {}
  /// Does nothing.
  public mutating func gradientComputed(_ trainer: Trainer) {}
  /// Does nothing.
  public mutating func stepEnded(_ trainer: Trainer) {}
  /// Does nothing.
  public mutating func epochEnded(_ trainer: Trainer, validation: Measures?) {}
  /// Does nothing.
  public mutating func ended(_ trainer: Trainer, _ run: inout Run) {}
}
