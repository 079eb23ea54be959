import Autograd
import Datasets
import Kernels
import Numerics

/// One forward pass of a network: the tape that records it, and where the parameters are.
public struct Pass {
  /// What a pass is for.
  public enum Mode: Sendable {
    /// Learning: dropout drops, batch normalisation uses the batch and keeps statistics.
    case training
    /// Judging: nothing is random.
    case evaluation
    /// Judging with the randomness of training (Monte-Carlo dropout): dropout drops, batch
    /// normalisation uses its statistics.
    case sampling
  }

  /// The record of the pass.
  public let tape: Tape
  /// What the pass is for.
  public let mode: Mode
  /// Decides the layers' randomness, together with `step`.
  public let seed: Int
  /// The number of the step, or of the sample.
  public let step: Int
  let network: LiveNetwork
  let gradients: ParameterGradients?
  /// Whether the tape belongs to another network's step, whose layers messages name.
  var isGuest = false
  /// Whether statistics become the plain average of all batches instead of a moving one.
  var averagesStatistics = false

  /// Whether the pass is for learning.
  public var training: Bool { mode == .training }
  /// Whether dropout and its relatives are random in this pass.
  public var noisy: Bool { mode != .evaluation }

  /// A parameter as a tensor of this pass.
  public subscript(_ parameter: Parameter?) -> Tensor {
    guard let parameter else { Self.refuseStranger() }
    let gradient = gradients?.place(of: parameter)
    return tape.parameter(
      network.values.base + parameter.range.lowerBound, gradient: gradient?.base,
      isWritten: gradient?.isWritten, parameter.shape)
  }

  /// Where a statistic's numbers are.
  public subscript(_ statistic: Statistic?) -> UnsafeMutablePointer<Real> {
    guard let statistic else { Self.refuseStranger() }
    return network.statistics.base + statistic.range.lowerBound
  }

  /// A layer's random stream in this pass.
  public func random(_ noise: Noise?) -> RandomStream {
    guard let noise else { Self.refuseStranger() }
    return RandomStream(seed: seed, noise.name, step: step)
  }

  /// The network's output for the input `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    var x = x
    for i in network.layers.indices {
      if !isGuest { tape.enter(layer: i) }
      x = network.rectifies[i] ? x.rectified() : network.layers[i](x, self)
    }
    if !isGuest { tape.enter(layer: -1) }
    return x
  }

  /// The network's output for the inputs of a batch, `[count, features]`.
  public func callAsFunction(_ batch: Batch) -> Tensor {
    self(tape.constant(batch.inputs, Shape(batch.count, batch.features)))
  }

  private static func refuseStranger() -> Never {
    refuse("a layer was used outside a network: put it into Network(seed:) { }")
  }
}
