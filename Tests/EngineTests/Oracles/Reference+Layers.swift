import Lab

@testable import Autograd
@testable import Training

extension Reference {
  /// The largest relative error of a network's output, of the gradient with respect to its input,
  /// and of those of its parameters, beside the case of a name.
  ///
  /// The case has `x`, `y`, `direction` and `gradient x`, and for each parameter of the network
  /// (`0.weight`) its numbers and `gradient 0.weight`, in the engine's layout. The gradients are
  /// those of the sum of y · direction.
  func error(
    of name: String, _ mode: Pass.Mode = .training, @LayerBuilder layers: () -> [any Layer]
  ) -> Double {
    let expected = self[name]
    var network = Network(seed: 1, layers: layers)
    for name in network.parameters.map(\.name) + network.statistics.map(\.name) {
      if let array = expected[name] { network = network.setting(name, to: array.reals) }
    }
    let live = LiveNetwork(network)
    let gradients = ParameterGradients(of: network)
    let tape = Tape()
    defer { tape.release() }
    let input = expected["x"]!
    let x = tape.variable(input.reals, input.asShape)
    let y = live.pass(on: tape, mode, gradients: gradients)(x)
    (y * tape.constant(expected["direction"]!.reals, y.shape)).sum().backward()
    var worst = relativeError(y.values, expected["y"]!.values)
    if let gradient = expected["gradient x"] {
      worst = largestError(worst, relativeError(x.gradientValues, gradient.values))
    }
    for parameter in network.parameters {
      let found = Swift.Array(gradients.numbers.values[parameter.range])
      worst = largestError(
        worst, relativeError(found, expected["gradient " + parameter.name]!.values))
    }
    return worst
  }
}
