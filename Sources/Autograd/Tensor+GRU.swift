import Kernels
import Numerics

/// A gated recurrent unit over whole sequences (Cho et al. 2014, in the form of PyTorch's `GRU` and
/// Keras's `reset_after=True`), h₀ = 0, with u = hₜ₋₁ W′ + b′:
/// r = σ(xₜ Wᵣ + bᵣ + uᵣ), z = σ(xₜ W_z + b_z + u_z), n = tanh(xₜ Wₙ + bₙ + r uₙ),
/// hₜ = (1 − z) n + z hₜ₋₁.
///
/// - Parameters:
///   - x: `[batch, time, features]`.
///   - weights: With three gates in the order r, z, n (Keras: z, r, n): `[features, 3 hidden]`,
///     `[hidden, 3 hidden]`, and twice `[3 hidden]`.
///   - inputMask: `[batch, features]`, multiplies every step's input; nil for none.
///   - recurrentMask: `[batch, hidden]`, multiplies hₜ₋₁ in every product, not in z hₜ₋₁; nil for
///     none.
/// - Returns: `[batch, time, hidden]`: the states.
public func gru(
  _ x: Tensor, _ weights: RecurrentWeights, inputMask: Tensor? = nil, recurrentMask: Tensor? = nil
) -> Tensor {
  let (result, memory) = x.tape.beginRecurrence(
    .gru, "gru", x, weights, gates: 3, inputMask: inputMask, recurrentMask: recurrentMask,
    extra: { time, states in 3 * time * states }, addsBiasHH: false)
  let n = memory.stateCount
  copyRow(
    weights.biasHH.value, into: memory.recurrent, rows: memory.time * memory.batch,
    columns: memory.width)
  for t in 0..<memory.time {
    let recurrent = memory.recurrent + t * memory.gateCount
    memory.addRecurrentProducts(t, mask: recurrentMask, weights.weightHH, into: recurrent)
    gruStep(
      memory.gates + t * memory.gateCount, recurrent: recurrent, before: memory.states + t * n,
      into: memory.states + (t + 1) * n, batch: memory.batch, hidden: memory.hidden)
  }
  toBatchMajor(
    memory.states + n, into: result.value, batch: memory.batch, time: memory.time,
    columns: memory.hidden)
  return result
}

extension Recurrence {
  /// `[time, batch, 3 hidden]`: hₜ₋₁ W′ + b′.
  fileprivate var recurrent: UnsafeMutablePointer<Real> { extra }
}

extension Tape {
  func gruBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let memory = recurrence(of: node, gates: 3)
    recurrenceBackward(node, gradient, memory, separate: true) { t, dh, dGates, dRecurrent in
      gruStepBackward(
        dh, gates: memory.gates + t * memory.gateCount,
        recurrent: memory.recurrent + t * memory.gateCount,
        before: memory.states + t * memory.stateCount, into: dGates, dRecurrent: dRecurrent,
        batch: memory.batch, hidden: memory.hidden)
    }
  }
}
