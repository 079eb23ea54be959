import Autograd
import Kernels
import Numerics

/// A residual block: x + f(x), where f is the layers inside (He et al. 2016).
///
/// ```swift
/// Residual(activation: ReLU()) {
///   Conv2d(16, 16, kernel: 3, padding: 1, bias: false)
///   BatchNorm(16)
/// }
/// ```
/// The parameters inside are named by their position, `2.0.weight` in a network's third layer, those
/// of the shortcut `2.shortcut.0.weight`.
public struct Residual: Layer {
  private let depth: StochasticDepth?
  private var layers: [any Layer]
  private var shortcut: [any Layer]
  private var activation: [any Layer]
  private var noise: Noise?

  /// A residual block.
  ///
  /// - Parameters:
  ///   - depth: How the block is dropped while the network trains; nil, the default, for never.
  ///   - activation: What follows the sum; nil, the default, for nothing.
  ///   - layers: The layers of f.
  ///   - shortcut: The layers that x goes through on the other path, such as a convolution with kernel
  ///     1 where f changes the number of channels; none, the default, for x itself.
  public init(
    depth: StochasticDepth? = nil, activation: (any Layer)? = nil,
    @LayerBuilder layers: () -> [any Layer],
    @LayerBuilder shortcut: () -> [any Layer] = { [any Layer]() }
  ) {
    self.depth = depth
    self.layers = layers()
    self.shortcut = shortcut()
    self.activation = activation.map { [$0] } ?? []
    require(!self.layers.isEmpty, "a Residual block needs a layer")
  }

  /// Declares what the layers declare, and a source of randomness where the block may be dropped.
  public mutating func declare(in list: inout ParameterList) {
    for i in layers.indices { list.declare(&layers[i], named: String(i)) }
    for i in shortcut.indices { list.declare(&shortcut[i], named: "shortcut." + String(i)) }
    for i in activation.indices { list.declare(&activation[i], named: "activation") }
    if depth != nil { noise = list.declareNoise("depth") }
  }

  /// The activation of shortcut(x) + f(x), or of shortcut(x) alone where the block is dropped.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    let skipped = run(shortcut, x, pass)
    guard let branch = branch(x, pass) else { return run(activation, skipped, pass) }
    require(
      branch.shape == skipped.shape,
      "Residual adds what its layers make of \(x.shape), \(branch.shape), to \(skipped.shape); a shortcut can change the shape"
    )
    return run(activation, skipped + branch, pass)
  }

  /// f(x), scaled and dropped as stochastic depth wants it; nil where it is dropped altogether.
  private func branch(_ x: Tensor, _ pass: Pass) -> Tensor? {
    guard let depth, depth.p > 0 else { return run(layers, x, pass) }
    let survival = 1 - depth.p
    guard pass.noisy else {
      let y = run(layers, x, pass)
      return depth.scaling == .evaluation ? Real(survival) * y : y
    }
    var random = pass.random(noise)
    switch depth.mode {
    case .batch:
      if random.uniform() < depth.p { return nil }
      let y = run(layers, x, pass)
      return depth.scaling == .training ? Real(1 / survival) * y : y
    case .row:
      return dropout(
        run(layers, x, pass), p: depth.p, inverted: depth.scaling == .training, sharing: .entries,
        random)
    }
  }

  private func run(_ layers: [any Layer], _ x: Tensor, _ pass: Pass) -> Tensor {
    var x = x
    for i in layers.indices { x = layers[i](x, pass) }
    return x
  }
}
