import Autograd
import Numerics

/// What the recurrent layers share: their parameters, their masks, and their checks.
struct RecurrentCell: Sendable {
  let inputs: Int
  let hidden: Int
  let dropouts: RecurrentDropouts
  private let name: StaticString
  private let gates: Int
  private var weightIH: Parameter?
  private var weightHH: Parameter?
  private var biasIH: Parameter?
  private var biasHH: Parameter?
  private var inputNoise: Noise?
  private var recurrentNoise: Noise?
  private var weightNoise: Noise?

  init(
    _ name: StaticString, _ inputs: Int, _ hidden: Int, gates: Int, _ dropouts: RecurrentDropouts
  ) {
    require(inputs >= 1 && hidden >= 1, "\(name)(\(inputs), \(hidden)) has no weights")
    requireDropProbability(dropouts.input, "a recurrent layer's dropout")
    requireDropProbability(dropouts.recurrent, "a recurrent layer's recurrentDropout")
    requireDropProbability(dropouts.weight, "a recurrent layer's weightDropout")
    self.name = name
    self.inputs = inputs
    self.hidden = hidden
    self.gates = gates
    self.dropouts = dropouts
  }

  mutating func declare(in list: inout ParameterList) {
    let initializer = Initializer.uniform(bound: 1 / Double(hidden).squareRoot())
    let width = gates * hidden
    weightIH = list.declare("weightIH", Shape(inputs, width), .weight, initializer)
    weightHH = list.declare("weightHH", Shape(hidden, width), .weight, initializer)
    biasIH = list.declare("biasIH", Shape(width), .bias, initializer)
    biasHH = list.declare("biasHH", Shape(width), .bias, initializer)
    inputNoise = list.declareNoise("dropout")
    recurrentNoise = list.declareNoise("recurrentDropout")
    weightNoise = list.declareNoise("weightDropout")
  }

  /// The result of an operation on x, this pass's weights, and the masks of its input and its state.
  func run(
    _ x: Tensor, _ pass: Pass, _ operation: (Tensor, RecurrentWeights, Tensor?, Tensor?) -> Tensor
  ) -> Tensor {
    require(
      x.shape.rank == 3 && x.shape.columns == inputs,
      "\(name)(\(inputs), \(hidden)) takes [batch, time, \(inputs)], and got \(x.shape)")
    let batch = x.shape[0]
    let weights = RecurrentWeights(
      weightIH: pass[weightIH],
      weightHH: pass.thinned(pass[weightHH], p: dropouts.weight, weightNoise),
      biasIH: pass[biasIH], biasHH: pass[biasHH])
    return operation(
      x, weights, pass.keepMask(Shape(batch, inputs), p: dropouts.input, inputNoise),
      pass.keepMask(Shape(batch, hidden), p: dropouts.recurrent, recurrentNoise))
  }
}

/// The three places where a recurrent layer drops.
struct RecurrentDropouts: Sendable {
  let input: Double
  let recurrent: Double
  let weight: Double
}
