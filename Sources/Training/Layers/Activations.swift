import Autograd

/// The rectifier max(x, 0) as a layer.
public struct ReLU: Layer {
  /// A rectifier.
  public init() {}

  /// max(x, 0), element by element.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { relu(x) }
}

/// The leaky rectifier as a layer: x where x > 0, slope · x elsewhere.
public struct LeakyReLU: Layer {
  /// The slope below zero.
  public let slope: Double

  /// A leaky rectifier; the slope is 0.01 by default, as in PyTorch (Keras: 0.3).
  public init(slope: Double = 0.01) { self.slope = slope }

  /// The leaky rectifier, element by element.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { leakyReLU(x, slope: slope) }
}

/// The Gaussian error linear unit x Φ(x) as a layer, in its exact form.
public struct GELU: Layer {
  /// A Gaussian error linear unit.
  public init() {}

  /// x Φ(x), element by element.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { gelu(x) }
}

/// The hyperbolic tangent as a layer.
public struct Tanh: Layer {
  /// A hyperbolic tangent.
  public init() {}

  /// tanh x, element by element.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { tanh(x) }
}

/// The logistic function 1 / (1 + exp(−x)) as a layer.
public struct Sigmoid: Layer {
  /// A logistic function.
  public init() {}

  /// 1 / (1 + exp(−x)), element by element.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { sigmoid(x) }
}

/// The softmax over the last dimension as a layer. `crossEntropy` takes logits: a classifier has no
/// softmax of its own.
public struct Softmax: Layer {
  /// A softmax.
  public init() {}

  /// The softmax of every row.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { softmax(x) }
}
