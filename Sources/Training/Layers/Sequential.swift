import Autograd

/// Layers one after the other as one layer, for use inside another; a network is one by itself.
///
/// Its layers' parameters are named by their position: `0.2.weight` in a network's first layer.
public struct Sequential: Layer {
  private var layers: [any Layer]

  /// Layers one after the other.
  public init(@LayerBuilder layers: () -> [any Layer]) { self.layers = layers() }

  /// Declares what the layers declare.
  public mutating func declare(in list: inout ParameterList) {
    for i in layers.indices { list.declare(&layers[i], named: String(i)) }
  }

  /// The last layer's output.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    var x = x
    for i in layers.indices { x = layers[i](x, pass) }
    return x
  }
}
