import Autograd
import Kernels

extension Trainer {
  /// What to say of a loss that is not finite: the step, and what first held such a number.
  func divergence(_ loss: Real) -> String {
    let values = live.values
    let parameter = start.parameters.first { parameter in
      parameter.range.contains { !values.base[$0].isFinite }
    }
    var cause = ""
    if let parameter {
      cause = "the first is in the parameter \(parameter.name), which step \(steps) wrote"
    } else if let first = tape.firstDivergence() {
      let layer =
        first.layer < 0
        ? "outside the network" : "of layer \(first.layer) (\(type(of: start.layers[first.layer])))"
      cause = "the first is \(first.value) in the \(first.operation) \(layer), shape \(first.shape)"
    }
    return
      "the loss is \(loss) at step \(steps + 1): training diverged; \(cause); a lower learning rate may help"
  }
}
