import Numerics

/// A learning rate that changes while a network trains: the optimizer's own times a warm-up and a
/// decay, set before every step.
///
/// Warm-up (Goyal et al. 2017): the first n steps have the rates η/n, 2η/n, …, η (PyTorch's
/// `LinearLR(start_factor=1/n, total_iters=n-1)`). The decay begins after it, but for `step`, which counts all epochs.
public struct Schedule: Callback {
  private enum Decay {
    case none
    case epochs(every: Int, factor: Double)
    case cosine(to: Double)
    case linear(to: Double)
  }

  private let decay: Decay
  private let warmUp: Int

  /// The learning rate η after a linear warm-up of some steps.
  public static func constant(warmUp: Int = 0) -> Schedule { Schedule(.none, warmUp) }

  /// η times `factor` once for every `every` epochs done (PyTorch's `StepLR`).
  public static func step(every: Int, factor: Double, warmUp: Int = 0) -> Schedule {
    require(every >= 1, "a step schedule falls every so many epochs, at least 1, not \(every)")
    require(factor >= 0 && factor.isFinite, "a schedule's factor is at least 0, not \(factor)")
    return Schedule(.epochs(every: every, factor: factor), warmUp)
  }

  /// Half a cosine from η toward the rate `to`, over all planned steps after the warm-up (Loshchilov
  /// & Hutter 2017, SGDR, without restarts; PyTorch's `CosineAnnealingLR`).
  public static func cosine(warmUp: Int = 0, to rate: Double = 0) -> Schedule {
    Schedule(.cosine(to: rate), warmUp)
  }

  /// A line from η toward the rate `to`, over all planned steps after the warm-up.
  public static func linear(warmUp: Int = 0, to rate: Double = 0) -> Schedule {
    Schedule(.linear(to: rate), warmUp)
  }

  private init(_ decay: Decay, _ warmUp: Int) {
    require(warmUp >= 0, "a warm-up takes at least 0 steps, not \(warmUp)")
    if case .cosine(let rate) = decay { requireEnd(rate) }
    if case .linear(let rate) = decay { requireEnd(rate) }
    self.decay = decay
    self.warmUp = warmUp
  }

  /// The learning rate of a step.
  ///
  /// - Parameters:
  ///   - step: How many steps were done before it.
  ///   - epoch: How many epochs were done before it; only `step(every:)` asks.
  ///   - total: How many steps there will be; only `cosine` and `linear` ask.
  ///   - rate: The optimizer's learning rate η.
  public func learningRate(step: Int, epoch: Int = 0, of total: Int?, from rate: Double) -> Double {
    if let total {
      require(
        total > warmUp || warmUp == 0,
        "a warm-up of \(warmUp) steps leaves none of the \(total) planned ones")
    }
    if step < warmUp { return rate * Double(step + 1) / Double(warmUp) }
    switch decay {
    case .none: return rate
    case .epochs(let every, let factor): return rate * pow(factor, Double(epoch / every))
    case .cosine(let end):
      return end + (rate - end) * (1 + cos(.pi * progress(step, total))) / 2
    case .linear(let end): return rate + (end - rate) * progress(step, total)
    }
  }

  /// The part of the planned steps after the warm-up that was done.
  private func progress(_ step: Int, _ total: Int?) -> Double {
    guard let total else {
      refuse(
        "this schedule needs to know how many steps there will be: give the Trainer plannedSteps")
    }
    return min(1, Double(step - warmUp) / Double(total - warmUp))
  }

  /// Sets the learning rate.
  public mutating func stepWillBegin(_ trainer: Trainer) {
    trainer.learningRate = learningRate(
      step: trainer.steps, epoch: trainer.epochs, of: trainer.plannedSteps,
      from: trainer.optimizer.learningRate)
  }
}

private func requireEnd(_ rate: Double) {
  require(
    rate >= 0 && rate.isFinite, "a schedule ends at a finite rate of at least 0, not \(rate)")
}
