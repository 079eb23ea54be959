import Autograd
import Kernels
import Numerics

extension Trainer {
  /// The name of the first parameter that holds a number that is not finite; nil where all are.
  var divergedParameter: String? {
    start.parameters.first { parameter in
      parameter.range.contains { !live.values.base[$0].isFinite }
    }?.name
  }

  /// What to say of a loss that is not finite: the step, and what first held such a number. It is
  /// computed once more, because a rectifier may have changed such a number in place.
  func divergence(_ value: Real, of loss: (Pass) -> Tensor) -> String {
    let step = "the loss is \(spelt(value)) at step \(steps + 1): "
    let advice = "; a lower learning rate may help"
    if let name = divergedParameter {
      return step
        + "training diverged; the first is in the parameter \(name), which step \(steps) wrote"
        + advice
    }
    tape.begin()
    tape.keepResults()
    _ = loss(trainingPass)
    guard let first = tape.firstDivergence() else { return step + "training diverged" + advice }
    if first.operation == "constant" {
      return step + "a number of the data is \(spelt(first.value)), shape \(first.shape)"
    }
    let layer =
      first.layer < 0
      ? "outside the network" : "of layer \(first.layer) (\(type(of: start.layers[first.layer])))"
    return step
      + "training diverged; the first is \(spelt(first.value)) in the \(first.operation) \(layer), shape \(first.shape)"
      + advice
  }

  private func spelt(_ x: Real) -> String { NumberFormatting.exact(Double(x)) }
}
