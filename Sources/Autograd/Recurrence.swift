import Kernels
import Numerics

/// What a recurrent operation multiplies and adds. With `gates` the number of gates: 1 for a simple
/// layer, 4 for an LSTM, 3 for a GRU.
public struct RecurrentWeights {
  let weightIH: Tensor
  let weightHH: Tensor
  let biasIH: Tensor
  let biasHH: Tensor

  /// - Parameters:
  ///   - weightIH: `[features, gates · hidden]`, from the input.
  ///   - weightHH: `[hidden, gates · hidden]`, from the state before.
  ///   - biasIH: `[gates · hidden]`, with the input.
  ///   - biasHH: `[gates · hidden]`, with the state before.
  public init(weightIH: Tensor, weightHH: Tensor, biasIH: Tensor, biasHH: Tensor) {
    self.weightIH = weightIH
    self.weightHH = weightHH
    self.biasIH = biasIH
    self.biasHH = biasHH
  }
}

/// A recurrent operation's sizes, and the numbers that it keeps for the backward pass, time-major.
struct Recurrence {
  let batch: Int
  let time: Int
  let features: Int
  let hidden: Int
  /// The number of gates times `hidden`.
  let width: Int
  /// `[time, batch, features]`: the inputs, masked.
  let inputs: UnsafeMutablePointer<Real>
  /// `[time, batch, width]`: the gates.
  let gates: UnsafeMutablePointer<Real>
  /// `[time + 1, batch, hidden]`: the states, zeros first.
  let states: UnsafeMutablePointer<Real>
  /// `[time, batch, hidden]`: the state before each step, masked; `states` where there is no mask.
  let before: UnsafeMutablePointer<Real>
  /// What the kind of cell keeps besides.
  let extra: UnsafeMutablePointer<Real>

  /// The places in the block at `base`.
  init(x: Shape, hidden: Int, gates: Int, masked: Bool, at base: UnsafeMutablePointer<Real>) {
    (batch, time, features) = (x[0], x[1], x[2])
    self.hidden = hidden
    width = gates * hidden
    inputs = base
    self.gates = inputs + time * batch * features
    states = self.gates + time * batch * width
    let end = states + (time + 1) * batch * hidden
    before = masked ? end : states
    extra = masked ? end + time * batch * hidden : end
  }

  /// How many numbers one step's states have.
  var stateCount: Int { batch * hidden }
  /// How many numbers one step's gates have.
  var gateCount: Int { batch * width }

  /// How many numbers the block has, with `extra` of them for the kind of cell.
  static func count(x: Shape, hidden: Int, gates: Int, masked: Bool, extra: Int) -> Int {
    let (rows, states) = (x[0] * x[1], x[0] * hidden)
    return rows * (x[2] + gates * hidden) + (x[1] + 1) * states + (masked ? rows * hidden : 0)
      + extra
  }

  /// target += the state before step t, masked, times `weightHH`.
  func addRecurrentProducts(
    _ t: Int, mask: Tensor?, _ weightHH: Tensor, into target: UnsafeMutablePointer<Real>
  ) {
    let place = before + t * stateCount
    if let mask { multiply(states + t * stateCount, mask.value, into: place, stateCount) }
    multiplyAdd(
      Strided(place, row: hidden), Strided(weightHH.value, row: width), into: target, m: batch,
      k: hidden, n: width)
  }
}

extension Tape {
  /// Checks and records a recurrent operation, and computes biasIH + x · weightIH of all steps as its
  /// gates; with `addsBiasHH` the other bias too.
  ///
  /// The node's inputs are x, the two weights, the two biases, and the two masks.
  func beginRecurrence(
    _ operation: Operation, _ name: StaticString, _ x: Tensor, _ weights: RecurrentWeights,
    gates: Int, inputMask: Tensor?, recurrentMask: Tensor?, extra: (Int, Int) -> Int,
    addsBiasHH: Bool
  ) -> (result: Tensor, memory: Recurrence) {
    requireSequence(x, name)
    let (batch, time, features) = (x.shape[0], x.shape[1], x.shape[2])
    let hidden = weights.weightHH.shape[0]
    let width = gates * hidden
    require(
      weights.weightIH.shape == Shape(features, width)
        && weights.weightHH.shape == Shape(hidden, width)
        && weights.biasIH.shape == Shape(width) && weights.biasHH.shape == Shape(width),
      "\(name) of \(x.shape) takes weights [\(features), \(gates) · hidden] and [hidden, \(gates) · hidden] and two biases [\(gates) · hidden], and got \(weights.weightIH.shape), \(weights.weightHH.shape), \(weights.biasIH.shape) and \(weights.biasHH.shape)"
    )
    requireMask(inputMask, Shape(batch, features), name)
    requireMask(recurrentMask, Shape(batch, hidden), name)
    let result = append(
      operation, Shape(batch, time, hidden), x, weights.weightIH, weights.weightHH, weights.biasIH,
      weights.biasHH)
    let masked = recurrentMask != nil
    let base = state.pointee.arena.allocate(
      Recurrence.count(
        x: x.shape, hidden: hidden, gates: gates, masked: masked,
        extra: extra(time, batch * hidden)))
    result.withNode {
      $0.inputs[5] = inputMask?.index ?? -1
      $0.inputs[6] = recurrentMask?.index ?? -1
      $0.saved = base
    }
    let memory = Recurrence(x: x.shape, hidden: hidden, gates: gates, masked: masked, at: base)
    toTimeMajor(
      x.value, mask: inputMask.map { UnsafePointer($0.value) }, into: memory.inputs, batch: batch,
      time: time, columns: features)
    memory.states.update(repeating: 0, count: memory.stateCount)
    var bias = weights.biasIH.value
    if addsBiasHH {
      bias = state.pointee.arena.allocate(width)
      add(weights.biasIH.value, weights.biasHH.value, into: bias, width)
    }
    multiplyAdd(
      Strided(memory.inputs, row: features), Strided(weights.weightIH.value, row: width),
      into: memory.gates, startingFrom: .row(bias), m: time * batch, k: features, n: width)
    return (result, memory)
  }

  /// The memory of a recurrent operation of `gates` gates.
  func recurrence(of node: Node, gates: Int) -> Recurrence {
    Recurrence(
      x: input(node, 0).shape, hidden: node.shape[2], gates: gates, masked: node.inputs[6] >= 0,
      at: node.saved!)
  }

  /// Goes back through time: `step(t, dh, dGates, dRecurrent)` turns the gradient of the states after
  /// step t into that of the gates before their activation, and leaves in dh what the states before
  /// the step are owed directly. `dRecurrent` is the gradient of the recurrent products; it is
  /// `dGates` unless `separate`.
  func recurrenceBackward(
    _ node: Node, _ gradient: UnsafeMutablePointer<Real>, _ memory: Recurrence, separate: Bool,
    step: (
      _ t: Int, _ dh: UnsafeMutablePointer<Real>, _ dGates: UnsafeMutablePointer<Real>,
      _ dRecurrent: UnsafeMutablePointer<Real>
    ) -> Void
  ) {
    let (batch, time, hidden, width) = (memory.batch, memory.time, memory.hidden, memory.width)
    let weightHH = input(node, 2)
    let dStates = state.pointee.arena.allocate(time * memory.stateCount)
    toTimeMajor(gradient, mask: nil, into: dStates, batch: batch, time: time, columns: hidden)
    let dGates = state.pointee.arena.allocate(time * memory.gateCount)
    let dRecurrent = separate ? state.pointee.arena.allocate(time * memory.gateCount) : dGates
    // Turned once for all steps.
    let transposed = state.pointee.arena.allocate(width * hidden)
    transpose(weightHH.value, into: transposed, rows: hidden, columns: width)
    let dh = state.pointee.arena.allocateZeros(memory.stateCount)
    let products = state.pointee.arena.allocate(memory.stateCount)
    for t in stride(from: time - 1, through: 0, by: -1) {
      let dNow = dStates + t * memory.stateCount
      addScaled(dNow, by: 1, into: dh, memory.stateCount)
      let now = dRecurrent + t * memory.gateCount
      step(t, dh, dGates + t * memory.gateCount, now)
      guard t > 0 else { break }
      multiplyAdd(
        Strided(now, row: width), Strided(transposed, row: hidden), into: products,
        startingFrom: .zero, m: batch, k: width, n: hidden)
      if node.inputs[6] >= 0 {
        addProduct(products, input(node, 6).value, into: dh, memory.stateCount)
      } else {
        addScaled(products, by: 1, into: dh, memory.stateCount)
      }
    }
    addRecurrenceGradients(node, memory, dGates: dGates, dRecurrent: dRecurrent)
  }

  /// What the gradients of all steps' gates owe to the inputs, the weights and the biases.
  private func addRecurrenceGradients(
    _ node: Node, _ memory: Recurrence, dGates: UnsafeMutablePointer<Real>,
    dRecurrent: UnsafeMutablePointer<Real>
  ) {
    let (features, hidden, width) = (memory.features, memory.hidden, memory.width)
    let rows = memory.time * memory.batch
    if let dx = input(node, 0).gradient {
      let dInputs = state.pointee.arena.allocate(rows * features)
      multiplyAdd(
        Strided(dGates, row: width), Strided(input(node, 1).value, row: 1, column: width),
        into: dInputs, startingFrom: .zero, m: rows, k: width, n: features)
      let mask = node.inputs[5] >= 0 ? UnsafePointer(input(node, 5).value) : nil
      addToBatchMajor(
        dInputs, mask: mask, into: dx, batch: memory.batch, time: memory.time, columns: features)
    }
    if let d = input(node, 1).gradient {
      multiplyAdd(
        Strided(memory.inputs, row: 1, column: features), Strided(dGates, row: width), into: d,
        m: features, k: rows, n: width)
    }
    if let d = input(node, 2).gradient {
      multiplyAdd(
        Strided(memory.before, row: 1, column: hidden), Strided(dRecurrent, row: width), into: d,
        m: hidden, k: rows, n: width)
    }
    if let d = input(node, 3).gradient {
      addColumnSums(dGates, into: d, rows: rows, columns: width)
    }
    if let d = input(node, 4).gradient {
      addColumnSums(dRecurrent, into: d, rows: rows, columns: width)
    }
  }
}
