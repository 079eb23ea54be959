import Autograd
import Datasets
import Kernels
import Numerics

/// A network's numbers at a fixed place in memory, where passes read them and trainers write them.
final class LiveNetwork {
  let layers: [any Layer]
  /// For each layer, whether it is a rectifier of what nobody else can look at, which it then changes
  /// in place.
  let rectifies: [Bool]
  let values: Buffer
  let statistics: Buffer

  init(_ network: Network) {
    layers = network.layers
    rectifies = network.layers.indices.map { i in
      i > 0 && network.layers[i] is ReLU && network.layers[i - 1].keepsNothing
    }
    values = Buffer(network.values)
    statistics = Buffer(network.statisticValues)
  }

  /// A pass that reads these numbers.
  func pass(
    on tape: Tape, _ mode: Pass.Mode, gradients: ParameterGradients? = nil, seed: Int = 0,
    step: Int = 0
  ) -> Pass {
    Pass(tape: tape, mode: mode, seed: seed, step: step, network: self, gradients: gradients)
  }

  /// The outputs for examples in row-major order, some hundred at a time, so that the values in
  /// between stay small.
  ///
  /// The noise of a part of the examples is that of the step `step` + 2³² · part: with another step,
  /// every example sees other noise.
  func outputs(
    for examples: LabeledExamples, on tape: Tape, _ mode: Pass.Mode = .evaluation, seed: Int = 0,
    step: Int = 0
  ) -> [Real] {
    var outputs: [Real] = []
    for first in stride(from: 0, to: examples.count, by: 256) {
      let rows = first..<min(first + 256, examples.count)
      tape.begin(recording: false)
      let inputs = examples.inputs[
        rows.lowerBound * examples.features..<rows.upperBound * examples.features]
      let x = tape.constant(inputs, Shape(rows.count, examples.features))
      outputs += pass(on: tape, mode, seed: seed, step: step + (first / 256) << 32)(x).values
    }
    return outputs
  }

  /// Loss and accuracy on examples.
  func measured(on examples: LabeledExamples, on tape: Tape) -> Measures {
    examples.check("to measure")
    let outputs = outputs(for: examples, on: tape)
    require(
      outputs.count == examples.count * examples.classes,
      "the network has \(outputs.count / examples.count) outputs an example, and the data \(examples.classes) classes"
    )
    return Measures(of: outputs, labels: examples.labels, on: tape)
  }
}

extension LiveNetwork {
  /// Takes over the numbers of a network of the same layers.
  func assign(_ network: Network) {
    values.assign(network.values)
    statistics.assign(network.statisticValues)
  }
}

extension Layer {
  /// Whether the output is a tensor of the layer's own that it gives away.
  fileprivate var keepsNothing: Bool { self is Linear || self is Conv2d || self is BatchNorm }
}
