import Autograd

/// The activation function of a layer that must know its own: `DropConnect` and `Standout`.
public enum Activation: Sendable {
  /// u itself.
  case identity
  /// max(u, 0)
  case relu
  /// tanh u
  case tanh
  /// 1 / (1 + exp(−u))
  case sigmoid

  /// The function, element by element.
  public func callAsFunction(_ u: Tensor) -> Tensor {
    switch self {
    case .identity: u
    case .relu: Autograd.relu(u)
    case .tanh: Autograd.tanh(u)
    case .sigmoid: Autograd.sigmoid(u)
    }
  }

  /// The function's mean over u ~ N(mean, variance), element by element; see `gaussianMean`.
  public func mean(over mean: Tensor, variance: Tensor) -> Tensor {
    switch self {
    case .identity: mean
    case .relu: gaussianMean(of: .rectify, mean, variance: variance)
    case .tanh: gaussianMean(of: .tanh, mean, variance: variance)
    case .sigmoid: gaussianMean(of: .sigmoid, mean, variance: variance)
    }
  }
}
