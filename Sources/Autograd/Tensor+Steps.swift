import Kernels
import Numerics

/// The last step of every sequence: `[batch, time, features]` becomes `[batch, features]`.
public func lastStep(_ x: Tensor) -> Tensor {
  requireSequence(x, "lastStep")
  let (batch, time, features) = (x.shape[0], x.shape[1], x.shape[2])
  let result = x.tape.append(.lastStep, Shape(batch, features), x)
  copyBlock(
    x.value + (time - 1) * features, row: time * features, into: result.value, rows: batch,
    columns: features)
  return result
}

/// Refuses anything but `[batch, time, features]` with at least one of each.
func requireSequence(_ x: Tensor, _ name: StaticString) {
  require(
    x.shape.rank == 3 && x.shape.count >= 1,
    "\(name) takes sequences [batch, time, features] with at least one step, and got \(x.shape)")
}

extension Tape {
  func lastStepBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    guard let dx = x.gradient else { return }
    let (time, features) = (x.shape[1], x.shape[2])
    addBlock(
      gradient, into: dx + (time - 1) * features, row: time * features, rows: x.shape[0],
      columns: features)
  }
}
