import Kernels
import Numerics

/// A long short-term memory over whole sequences (Hochreiter & Schmidhuber 1997 with the forget gate
/// of Gers et al. 2000; PyTorch's `LSTM`), h₀ = c₀ = 0:
/// i, f, g, o = σ, σ, tanh, σ of xₜ W + b + hₜ₋₁ W′ + b′; cₜ = f cₜ₋₁ + i g; hₜ = o tanh cₜ.
///
/// - Parameters:
///   - x: `[batch, time, features]`.
///   - weights: With four gates in the order i, f, g, o: `[features, 4 hidden]`,
///     `[hidden, 4 hidden]`, and twice `[4 hidden]`.
///   - inputMask: `[batch, features]`, multiplies every step's input; nil for none.
///   - recurrentMask: `[batch, hidden]`, multiplies hₜ₋₁ in every product; nil for none.
/// - Returns: `[batch, time, hidden]`: the states h.
public func lstm(
  _ x: Tensor, _ weights: RecurrentWeights, inputMask: Tensor? = nil, recurrentMask: Tensor? = nil
) -> Tensor {
  let (result, memory) = x.tape.beginRecurrence(
    .lstm, "lstm", x, weights, gates: 4, inputMask: inputMask, recurrentMask: recurrentMask,
    extra: { time, states in (2 * time + 1) * states }, addsBiasHH: true)
  let (n, cells, squashed) = (memory.stateCount, memory.cells, memory.squashedCells)
  cells.update(repeating: 0, count: n)
  for t in 0..<memory.time {
    let gates = memory.gates + t * memory.gateCount
    memory.addRecurrentProducts(t, mask: recurrentMask, weights.weightHH, into: gates)
    lstmStep(
      gates, before: cells + t * n, cell: cells + (t + 1) * n, squashed: squashed + t * n,
      into: memory.states + (t + 1) * n, batch: memory.batch, hidden: memory.hidden)
  }
  toBatchMajor(
    memory.states + n, into: result.value, batch: memory.batch, time: memory.time,
    columns: memory.hidden)
  return result
}

extension Recurrence {
  /// `[time + 1, batch, hidden]`: the cells c, zeros first.
  fileprivate var cells: UnsafeMutablePointer<Real> { extra }
  /// `[time, batch, hidden]`: tanh c.
  fileprivate var squashedCells: UnsafeMutablePointer<Real> { extra + (time + 1) * stateCount }
}

extension Tape {
  func lstmBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let memory = recurrence(of: node, gates: 4)
    let n = memory.stateCount
    let dc = state.pointee.arena.allocateZeros(n)
    recurrenceBackward(node, gradient, memory, separate: false) { t, dh, dGates, _ in
      lstmStepBackward(
        dh, gates: memory.gates + t * memory.gateCount, before: memory.cells + t * n,
        squashed: memory.squashedCells + t * n, dc: dc, into: dGates, batch: memory.batch,
        hidden: memory.hidden)
      dh.update(repeating: 0, count: n)
    }
  }
}
