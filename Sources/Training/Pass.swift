import Autograd
import Numerics

/// One forward pass of a network: the tape that records it, and where the parameters are.
public struct Pass {
  /// The record of the pass.
  public let tape: Tape
  /// Whether the pass trains; layers such as dropout differ.
  public let training: Bool
  let layers: [any Layer]
  let values: Buffer
  let gradients: Buffer?

  /// A parameter as a tensor of this pass.
  public subscript(_ parameter: Parameter?) -> Tensor {
    guard let parameter else {
      refuse("a layer was used outside a network: put it into Network(seed:) { }")
    }
    let start = parameter.range.lowerBound
    return tape.parameter(
      values.base + start, gradient: gradients.map { $0.base + start }, parameter.shape)
  }

  /// The network's output for the input `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    var x = x
    for layer in layers { x = layer(x, self) }
    return x
  }
}
