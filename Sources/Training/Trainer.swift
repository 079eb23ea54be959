import Autograd
import Datasets
import Kernels
import Numerics

/// Trains a network step by step; `train(_:on:…)` is a loop around it, and a loop of your own is as
/// short:
/// ```swift
/// let trainer = Trainer(network, with: SGD(learningRate: 0.1))
/// for _ in 0..<100 {
///   trainer.step { network in crossEntropy(network(batch), batch) }
/// }
/// ```
public final class Trainer {
  /// What moves the parameters.
  public let optimizer: any Optimizer
  /// What is added to the loss.
  public let penalty: Penalty
  /// Decides the layers' randomness.
  public let seed: Int
  /// The learning rate of the next step; the optimizer's own unless a schedule changes it.
  public var learningRate: Double {
    didSet {
      require(
        learningRate >= 0 && learningRate.isFinite,
        "a learning rate is a finite number of at least 0, not \(learningRate)")
    }
  }
  /// How many steps were done.
  public private(set) var steps = 0
  /// How many epochs were done; counted by `endEpoch`.
  public private(set) var epochs = 0
  /// How many steps there will be, for schedules; nil in a loop of your own that does not say.
  public let plannedSteps: Int?
  /// Whether a callback wants training to end after this epoch.
  public private(set) var isStopping = false
  var callbacks: [any Callback]

  let start: Network
  let live: LiveNetwork
  private let parameterGradients: ParameterGradients
  private let memory: Buffer
  private let powers = Powers()
  let tape = Tape()
  /// Apart from the step's tape, so that measuring inside a step does not end it.
  let judge = Tape()
  private var isStepping = false
  private let decays: [Bool]
  private let penalties: [Penalty.Factors]
  /// The parameters and the statistics while a sharpness-aware step looks uphill.
  let kept: (values: Buffer, statistics: Buffer)?

  /// A trainer that begins with a network's parameters.
  ///
  /// - Parameters:
  ///   - network: The network to begin with; it is not changed.
  ///   - optimizer: What moves the parameters.
  ///   - penalty: What is added to the loss; nothing by default.
  ///   - callbacks: What else happens in a step; nothing by default.
  ///   - plannedSteps: How many steps there will be, which some schedules need to know.
  ///   - seed: Decides the randomness of dropout and its relatives; 0 by default.
  public init(
    _ network: Network, with optimizer: any Optimizer, penalty: Penalty = .none,
    callbacks: [any Callback] = [], plannedSteps: Int? = nil, seed: Int = 0
  ) {
    penalty.check(in: network)
    optimizer.decayed.check(in: network)
    self.optimizer = optimizer
    self.penalty = penalty
    self.callbacks = callbacks
    self.plannedSteps = plannedSteps
    self.seed = seed
    learningRate = optimizer.learningRate
    start = network
    live = LiveNetwork(network)
    parameterGradients = ParameterGradients(of: network)
    memory = Buffer(zeros: network.values.count * optimizer.slots)
    decays = network.parameters.map(optimizer.decayed.contains)
    penalties = network.parameters.map(penalty.factors)
    kept =
      optimizer.neighbourhood > 0
      ? (Buffer(network.values), Buffer(network.statisticValues)) : nil
    for i in self.callbacks.indices { self.callbacks[i].began(self) }
  }

  deinit {
    tape.release()
    judge.release()
  }

  /// The gradients of all parameters, one after the other.
  var gradients: Buffer { parameterGradients.numbers }

  /// The network as trained so far.
  public var network: Network {
    get {
      var network = start
      network.values = live.values.values
      network.statisticValues = live.statistics.values
      return network
    }
    set {
      require(
        newValue.parameters.elementsEqual(start.parameters) {
          $0.name == $1.name && $0.shape == $1.shape
        },
        "a trainer's network keeps its parameters: it has \(Self.names(start)), and got \(Self.names(newValue))"
      )
      live.assign(newValue)
    }
  }

  /// The gradient that the last step's update used for a parameter (`0.weight`), in row-major order:
  /// with the penalty's, and after clipping.
  public func gradient(of name: String) -> [Real] {
    let range = start.parameter(named: name).range
    return Array(UnsafeBufferPointer(start: gradients.base + range.lowerBound, count: range.count))
  }

  /// The Euclidean norm over all parameters of the gradient that the last step's update used; within
  /// `gradientComputed`, of what there is so far.
  public var gradientNorm: Double {
    Double(sumOfSquares(gradients.base, gradients.count)).squareRoot()
  }

  /// Ends a run of `train` after this epoch; a loop of your own asks `isStopping`.
  public func stop() { isStopping = true }

  /// Counts an epoch and tells the callbacks; `train` does it, and so may a loop of your own.
  ///
  /// - Parameter validation: The examples that settings and the time to stop are chosen by.
  /// - Returns: The measures on them.
  @discardableResult
  public func endEpoch(validation: LabeledExamples? = nil) -> Measures? {
    epochs += 1
    require(
      divergedParameter == nil,
      "\(divergedParameter ?? "") is not finite after step \(steps): training diverged; a lower learning rate may help"
    )
    let measures = validation.map { measured(on: $0) }
    for i in callbacks.indices { callbacks[i].epochEnded(self, validation: measures) }
    return measures
  }

  /// The network as trained so far, applied to a tensor of another trainer's step: gradients flow
  /// through to `x`, and its own parameters are constants there (a discriminator that teaches a
  /// generator).
  public func callAsFunction(_ x: Tensor, mode: Pass.Mode = .evaluation) -> Tensor {
    var pass = live.pass(on: x.tape, mode, seed: seed, step: steps)
    pass.isGuest = true
    // This trainer may be gone when the other's gradients are computed.
    x.tape.keep(live)
    return pass(x)
  }

  /// One step: the loss forward, its gradient backward, the penalty's gradient added, the parameters
  /// moved.
  ///
  /// - Parameter loss: Computes the loss from a pass of the network. A sharpness-aware optimizer
  ///   asks for it twice.
  /// - Returns: The loss before the step, without the penalty.
  @discardableResult
  public func step(_ loss: (Pass) -> Tensor) -> Real {
    require(!isStepping, "a trainer's step was begun inside another step of the same trainer")
    isStepping = true
    defer { isStepping = false }
    for i in callbacks.indices { callbacks[i].stepWillBegin(self) }
    let value = computeGradients(of: loss)
    if let kept { computeGradientsUphill(of: loss, keeping: kept) }
    addPenaltyGradients()
    for i in callbacks.indices { callbacks[i].gradientComputed(self) }
    steps += 1
    for i in decays.indices {
      let first = start.parameters[i].range.lowerBound
      let slice = ParameterSlice(
        values: live.values.base + first, gradients: gradients.base + first,
        count: start.parameters[i].range.count, learningRate: learningRate, step: steps,
        decays: decays[i], memory: memory.base + first, stride: live.values.count,
        slots: optimizer.slots, powers: powers)
      optimizer.update(slice)
      if penalties[i].shrinks {
        optimizer.shrink(slice, l1: penalties[i].proximalL1, l2: penalties[i].proximalL2)
      }
    }
    for i in callbacks.indices { callbacks[i].stepEnded(self) }
    return value
  }

  private static func names(_ network: Network) -> String {
    network.parameters.map { "\($0.name) \($0.shape)" }.joined(separator: ", ")
  }

  /// Loss and accuracy of the network as trained so far.
  public func measured(on examples: LabeledExamples) -> Measures {
    live.measured(on: examples, on: judge)
  }

  /// The pass of this step.
  var trainingPass: Pass {
    live.pass(on: tape, .training, gradients: parameterGradients, seed: seed, step: steps)
  }

  /// Writes the loss's gradients at the present parameters.
  @discardableResult
  func computeGradients(of loss: (Pass) -> Tensor) -> Real {
    tape.begin()
    parameterGradients.begin()
    let result = loss(trainingPass)
    require(
      result.shape.count == 1,
      "a loss is one number, and this one's shape is \(result.shape): take its mean() or sum()")
    tape.requireOwn(result)
    require(result.item.isFinite, divergence(result.item, of: loss))
    require(
      result.wantsGradient || gradients.count == 0,
      "the loss does not depend on the network's parameters, so there is nothing to learn from it")
    result.backward()
    parameterGradients.finish()
    return result.item
  }

  private func addPenaltyGradients() {
    for i in penalties.indices {
      let range = start.parameters[i].range
      penalties[i].addGradient(
        of: live.values.base + range.lowerBound, into: gradients.base + range.lowerBound,
        range.count)
    }
  }
}
