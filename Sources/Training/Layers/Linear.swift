import Autograd
import Numerics

/// A dense layer: y = x W + b, from `[…, inputs]` to `[…, outputs]`.
///
/// The weight's shape is `[inputs, outputs]`, as in Keras (PyTorch keeps its transpose). Both start
/// uniform between ±1/√inputs, PyTorch's default; Keras starts with `glorot_uniform` and b = 0.
public struct Linear: Layer {
  /// How many numbers an input has.
  public let inputs: Int
  /// How many numbers an output has.
  public let outputs: Int
  private let initializer: Initializer
  private let hasBias: Bool
  private var weight: Parameter?
  private var bias: Parameter?

  /// A dense layer.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers an input has, at least 1.
  ///   - outputs: How many numbers an output has, at least 1.
  ///   - bias: Whether b is learned; true by default.
  ///   - initializer: How weights and biases are drawn; uniform between ±1/√inputs by default.
  public init(
    _ inputs: Int, _ outputs: Int, bias: Bool = true, initializer: Initializer? = nil
  ) {
    require(inputs >= 1 && outputs >= 1, "Linear(\(inputs), \(outputs)) has no weights")
    self.inputs = inputs
    self.outputs = outputs
    hasBias = bias
    self.initializer = initializer ?? .uniform(bound: 1 / Double(inputs).squareRoot())
  }

  /// Declares `weight` and, if asked, `bias`.
  public mutating func declare(in list: inout ParameterList) {
    weight = list.declare("weight", Shape(inputs, outputs), .weight, initializer)
    if hasBias { bias = list.declare("bias", Shape(outputs), .bias, initializer) }
  }

  /// x W + b.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.columns == inputs,
      "Linear(\(inputs), \(outputs)) takes [batch, \(inputs)], and got \(x.shape)")
    return linear(x, pass[weight], hasBias ? pass[bias] : nil)
  }
}
