import Autograd
import Kernels
import Training

/// A network that is one parameter, for tests of what moves it: fed with g, its output w · g has the
/// gradient g.
struct Point: Layer {
  let shape: Shape
  var role = Parameter.Role.weight
  private var w: Parameter?

  init(_ shape: Shape, role: Parameter.Role = .weight) {
    self.shape = shape
    self.role = role
  }

  mutating func declare(in list: inout ParameterList) {
    w = list.declare("w", shape, role, .zeros)
  }

  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { pass[w] * x }

  /// A network that begins with these numbers.
  static func network(_ numbers: [Real], _ shape: Shape? = nil) -> Network {
    Network(seed: 1) { Point(shape ?? Shape(numbers.count)) }.setting("0.w", to: numbers)
  }
}

extension Trainer {
  /// The numbers of the first parameter.
  var point: [Real] { network.values(of: "0.w") }

  /// A step along a gradient that is given.
  func step(along gradient: [Real]) {
    let shape = network.parameters[0].shape
    step { pass in pass(pass.tape.constant(gradient, shape)).sum() }
  }
}
