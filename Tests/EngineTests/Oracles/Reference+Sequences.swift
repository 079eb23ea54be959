import Lab

@testable import Autograd
@testable import Training

extension Reference {
  /// The largest relative error of an operation's result and of its gradients with respect to x and
  /// to the parameters, beside the case of a name.
  ///
  /// The operation gets x, the parameters in the order given, and the case's other tensors by name.
  func error(
    of name: String, parameters names: [String],
    operation: (_ x: Tensor, _ parameters: [Tensor], _ constant: (String) -> Tensor) -> Tensor
  ) -> Double {
    let expected = self[name]
    let tape = Tape()
    defer { tape.release() }
    func variable(_ name: String) -> Tensor {
      tape.variable(expected[name]!.reals, expected[name]!.asShape)
    }
    let x = variable("x")
    let parameters = names.map(variable)
    let y = operation(x, parameters) {
      tape.constant(expected[$0]!.reals, expected[$0]!.asShape)
    }
    (y * tape.constant(expected["direction"]!.reals, y.shape)).sum().backward()
    var worst = relativeError(y.values, expected["y"]!.values)
    for (name, tensor) in zip(["x"] + names, [x] + parameters) {
      guard let gradient = expected["gradient " + name] else { continue }
      worst = largestError(worst, relativeError(tensor.gradientValues, gradient.values))
    }
    return worst
  }

  /// The error of the attention weights of a network's first layer.
  func attentionError(of name: String, @LayerBuilder layers: () -> [any Layer]) -> Double {
    let expected = self[name]
    var network = Network(seed: 1, layers: layers)
    for name in network.parameters.map(\.name) {
      network = network.setting(name, to: expected[name]!.reals)
    }
    let tape = Tape()
    defer { tape.release() }
    tape.begin(recording: false)
    let x = tape.constant(expected["x"]!.reals, expected["x"]!.asShape)
    _ = LiveNetwork(network).pass(on: tape, .evaluation)(x)
    return relativeError(tape.attentionWeights()[0].values, expected["weights"]!.values)
  }
}
