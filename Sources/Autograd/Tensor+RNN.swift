import Kernels
import Numerics

/// A simple recurrent layer over whole sequences (Elman 1990; PyTorch's `RNN`):
/// hₜ = tanh(xₜ W + b + hₜ₋₁ W′ + b′) with h₀ = 0, or the rectifier instead of tanh.
///
/// - Parameters:
///   - x: `[batch, time, features]`.
///   - weights: With one gate: `[features, hidden]`, `[hidden, hidden]`, and twice `[hidden]`.
///   - rectified: Whether the rectifier takes tanh's place; false by default.
///   - inputMask: `[batch, features]`, multiplies every step's input; nil for none.
///   - recurrentMask: `[batch, hidden]`, multiplies hₜ₋₁ in every product; nil for none.
/// - Returns: `[batch, time, hidden]`: the states.
public func rnn(
  _ x: Tensor, _ weights: RecurrentWeights, rectified: Bool = false, inputMask: Tensor? = nil,
  recurrentMask: Tensor? = nil
) -> Tensor {
  let (result, memory) = x.tape.beginRecurrence(
    .recurrence, "rnn", x, weights, gates: 1, inputMask: inputMask, recurrentMask: recurrentMask,
    extra: { _, _ in 0 }, addsBiasHH: true)
  result.withNode { $0.sizes[0] = rectified ? 1 : 0 }
  for t in 0..<memory.time {
    let gates = memory.gates + t * memory.gateCount
    memory.addRecurrentProducts(t, mask: recurrentMask, weights.weightHH, into: gates)
    recurrentStep(
      gates, rectified: rectified, into: memory.states + (t + 1) * memory.stateCount,
      memory.stateCount)
  }
  toBatchMajor(
    memory.states + memory.stateCount, into: result.value, batch: memory.batch, time: memory.time,
    columns: memory.hidden)
  return result
}

extension Tape {
  func recurrenceBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let memory = recurrence(of: node, gates: 1)
    let rectified = node.sizes[0] == 1
    recurrenceBackward(node, gradient, memory, separate: false) { t, dh, dGates, _ in
      recurrentStepBackward(
        dh, memory.states + (t + 1) * memory.stateCount, rectified: rectified, into: dGates,
        memory.stateCount)
      dh.update(repeating: 0, count: memory.stateCount)
    }
  }
}
