import Autograd
import Datasets
import Kernels
import Numerics

/// Trains a network step by step; `train(_:on:…)` is a loop around it, and a loop of your own is as
/// short:
/// ```swift
/// let trainer = Trainer(network, with: SGD(learningRate: 0.1))
/// for _ in 0..<100 {
///   trainer.step { network in
///     let x = network.tape.constant(examples.inputs, Shape(examples.count, examples.features))
///     return crossEntropy(network(x), examples.labels)
///   }
/// }
/// ```
public final class Trainer {
  /// What moves the parameters.
  public let optimizer: SGD
  /// What is added to the loss.
  public let penalty: Penalty
  private let start: Network
  private let values: Buffer
  private let gradients: Buffer
  private let tape = Tape()
  private var steps = 0

  /// A trainer that begins with a network's parameters.
  public init(_ network: Network, with optimizer: SGD, penalty: Penalty = .none) {
    for name in penalty.names ?? [] { _ = network.values(of: name) }
    self.optimizer = optimizer
    self.penalty = penalty
    start = network
    values = Buffer(network.values)
    gradients = Buffer(zeros: network.values.count)
  }

  deinit { tape.release() }

  /// The network as trained so far.
  public var network: Network {
    var network = start
    network.values = values.values
    return network
  }

  /// One step: the loss forward, its gradient backward, the penalty's gradient added, the parameters
  /// moved.
  ///
  /// - Parameter loss: Computes the loss from a pass of the network.
  /// - Returns: The loss before the step, without the penalty.
  @discardableResult
  public func step(_ loss: (Pass) -> Tensor) -> Real {
    tape.begin()
    gradients.clear()
    let loss = loss(
      Pass(
        tape: tape, training: true, layers: start.layers, values: values, gradients: gradients))
    steps += 1
    require(
      loss.item.isFinite,
      "the loss is \(loss.item) at step \(steps): training diverged; a lower learning rate may help"
    )
    loss.backward()
    for parameter in start.parameters where penalty.applies(to: parameter) {
      let first = parameter.range.lowerBound
      penalty.addGradient(
        of: values.base + first, into: gradients.base + first, parameter.range.count)
    }
    optimizer.update(values, along: gradients)
    for parameter in start.parameters where penalty.applies(to: parameter) {
      penalty.finish(
        values.base + parameter.range.lowerBound, learningRate: optimizer.learningRate,
        parameter.range.count)
    }
    return loss.item
  }

  /// Loss and accuracy of the network as trained so far.
  public func measured(on examples: LabeledExamples) -> Measures {
    tape.begin(recording: false)
    let pass = Pass(
      tape: tape, training: false, layers: start.layers, values: values, gradients: nil)
    let x = tape.constant(examples.inputs, Shape(examples.count, examples.features))
    return Measures(of: pass(x), labels: examples.labels)
  }
}
