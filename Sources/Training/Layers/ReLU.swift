import Autograd

/// The rectifier max(x, 0) as a layer.
public struct ReLU: Layer {
  /// A rectifier.
  public init() {}

  /// max(x, 0), element by element.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { relu(x) }
}
