import Autograd
import Kernels
import Numerics

/// A dense layer with its activation, a(x W + b), that sets weights and biases to 0 at random while
/// the network trains, for every example anew (Wan et al. 2013, ICML).
///
/// In training and in Monte-Carlo sampling the output is a(x (M ∘ W) + m ∘ b), nothing scaled. At
/// inference it is the mean of a(u) over u ~ N((1 − p)(x W + b), p (1 − p)(x² W² + b²)), squares
/// element by element: the normal distribution with the moments of the pre-activation (§4). The paper
/// averages a over 1000 draws of u; here the mean is computed, exactly for `identity` and `relu`, so
/// that nothing is random at inference.
///
/// What some networks call drop connect is the dropping of whole paths: stochastic depth.
public struct DropConnect: Layer {
  /// How many numbers an input has.
  public let inputs: Int
  /// How many numbers an output has.
  public let outputs: Int
  /// The probability to drop a weight; the paper's p is that to keep it.
  public let p: Double
  /// The activation function.
  public let activation: Activation
  private let initializer: Initializer
  private var weight: Parameter?
  private var bias: Parameter?
  private var noise: Noise?

  /// A dense layer whose weights are dropped.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers an input has, at least 1.
  ///   - outputs: How many numbers an output has, at least 1.
  ///   - p: The probability to drop a weight or bias, in 0..<1; 0.5 by default, as in the paper. With
  ///     0 the layer is `Linear` and its activation.
  ///   - activation: The activation function; `relu` by default. No further one follows the layer.
  ///   - initializer: How weights and biases are drawn; uniform between ±1/√inputs by default.
  public init(
    _ inputs: Int, _ outputs: Int, p: Double = 0.5, activation: Activation = .relu,
    initializer: Initializer? = nil
  ) {
    require(inputs >= 1 && outputs >= 1, "DropConnect(\(inputs), \(outputs)) has no weights")
    requireDropProbability(p)
    self.inputs = inputs
    self.outputs = outputs
    self.p = p
    self.activation = activation
    self.initializer = initializer ?? .uniform(bound: 1 / Double(inputs).squareRoot())
  }

  /// Declares `weight`, `bias` and its noise.
  public mutating func declare(in list: inout ParameterList) {
    weight = list.declare("weight", Shape(inputs, outputs), .weight, initializer)
    bias = list.declare("bias", Shape(outputs), .bias, initializer)
    noise = list.declareNoise()
  }

  /// The activations, of masked weights or their mean.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.columns == inputs,
      "DropConnect(\(inputs), \(outputs)) takes [batch, \(inputs)], and got \(x.shape)")
    let (w, b) = (pass[weight], pass[bias])
    if pass.noisy { return activation(dropConnect(x, w, b, p: p, pass.random(noise))) }
    let mean = Real(1 - p) * linear(x, w, b)
    if p == 0 || activation == .identity { return activation(mean) }
    return activation.mean(
      over: mean, variance: Real(p * (1 - p)) * linear(x * x, w * w, b * b))
  }
}
