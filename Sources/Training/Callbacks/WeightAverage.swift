import Autograd
import Kernels
import Numerics

/// An average of the network's parameters over the course of training, which often judges better than
/// the last ones. `train` puts the averaged network into the run.
///
/// The statistics of the averaged network are those of the last one, as PyTorch's `AveragedModel` has
/// them with `use_buffers=False`; where there is batch normalisation, measure them again with
/// `network.updatingStatistics(on: data.train)`.
///
/// In a loop of your own, keep it as a variable, call `stepEnded(trainer)` after each step (or
/// `epochEnded(trainer)` after each epoch), and ask for `network(of: trainer)`.
public struct WeightAverage: Callback {
  /// What a member of the average is taken after.
  public enum Interval: Sendable {
    /// Every step.
    case step
    /// Every epoch.
    case epoch
  }

  private enum Kind {
    case exponential(decay: Double, debias: Bool)
    case equal(from: Int)
  }

  private let kind: Kind
  private let every: Interval
  private var average: [Real] = []
  private var epochs = 0
  /// How many networks the average is made of.
  public private(set) var count = 0

  /// An exponential moving average: a ← d a + (1 − d) w.
  ///
  /// - Parameters:
  ///   - decay: d, in 0..<1; 0.999 by default.
  ///   - debias: False starts with a copy of the first network (PyTorch's
  ///     `get_ema_multi_avg_fn`, Keras's `use_ema`). True starts at zero and divides by 1 − dᵗ, so
  ///     that the first networks weigh no more than later ones (Kingma & Ba 2015, §7.2).
  ///   - every: After what the average moves; a step by default.
  public static func ema(
    decay: Double = 0.999, debias: Bool = false, every: Interval = .step
  ) -> WeightAverage {
    requirePart(decay, "decay")
    return WeightAverage(.exponential(decay: decay, debias: debias), every)
  }

  /// The mean of the networks after each epoch from epoch `from` on (Izmailov et al. 2018, stochastic
  /// weight averaging). The first epoch is 1; the learning rate is best left high.
  public static func swa(from epoch: Int) -> WeightAverage {
    require(epoch >= 1, "epochs are counted from 1, and the first one to average is not \(epoch)")
    return WeightAverage(.equal(from: epoch), .epoch)
  }

  private init(_ kind: Kind, _ every: Interval) {
    self.kind = kind
    self.every = every
  }

  /// Takes a step's network into the average.
  public mutating func stepEnded(_ trainer: Trainer) {
    if every == .step { add(trainer.live.values) }
  }

  /// Takes an epoch's network into the average.
  public mutating func epochEnded(_ trainer: Trainer, validation: Measures? = nil) {
    epochs += 1
    if case .equal(let from) = kind, epochs < from { return }
    if every == .epoch { add(trainer.live.values) }
  }

  /// Hands over the averaged network.
  public mutating func ended(_ trainer: Trainer, _ run: inout Run) {
    require(run.averaged == nil, "a run has room for one WeightAverage, and two were given")
    run.averaged = network(of: trainer)
  }

  /// The network with the averaged parameters; nil before the first one was taken in.
  public func network(of trainer: Trainer) -> Network? {
    if count == 0 { return nil }
    var network = trainer.network
    require(
      average.count == network.values.count,
      "this average is of a network of \(average.count) numbers, and got one of \(network.values.count)"
    )
    network.values = average
    if case .exponential(let decay, true) = kind {
      let made = Real(1 - pow(decay, Double(count)))
      for i in network.values.indices { network.values[i] /= made }
    }
    return network
  }

  private mutating func add(_ values: Buffer) {
    require(
      average.isEmpty || average.count == values.count,
      "this average is of a network of \(average.count) numbers, and got one of \(values.count)")
    count += 1
    let part: Real
    switch kind {
    case .exponential(let decay, let debias):
      part = count == 1 && !debias ? 1 : Real(1 - decay)
    case .equal: part = 1 / Real(count)
    }
    if average.isEmpty { average = [Real](repeating: 0, count: values.count) }
    average.withUnsafeMutableBufferPointer {
      guard let base = $0.baseAddress else { return }
      approach(values.base, by: part, average: base, values.count)
    }
  }
}
