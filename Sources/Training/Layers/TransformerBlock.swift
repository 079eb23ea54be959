import Autograd
import Numerics

/// A block of a transformer: attention and a network of two dense layers, each with a residual
/// connection and a layer normalisation, from `[batch, time, dimensions]` to the same shape (Vaswani
/// et al. 2017; PyTorch's `TransformerEncoderLayer` with `batch_first`).
///
/// `normFirst` normalises what goes into each part (Xiong et al. 2020), the default here; PyTorch's
/// default is `norm_first=False`, the original order, which normalises each sum. A network of
/// pre-normalised blocks ends with a `LayerNorm`.
public struct TransformerBlock: Layer {
  /// What the dense layers have between them.
  public enum Activation: Sendable, Hashable {
    /// The rectifier max(x, 0).
    case relu
    /// The Gaussian error linear unit.
    case gelu
  }

  /// The probability that a number is dropped.
  public let dropout: Double
  /// Whether normalisation comes before each part.
  public let normFirst: Bool
  /// What the dense layers have between them.
  public let activation: Activation
  private var attention: MultiHeadAttention
  private var linear1: Linear
  private var linear2: Linear
  private var norm1: LayerNorm
  private var norm2: LayerNorm
  private var noises: (attention: Noise?, inner: Noise?, outer: Noise?) = (nil, nil, nil)

  /// A block of a transformer.
  ///
  /// - Parameters:
  ///   - dimensions: How many numbers a step has.
  ///   - heads: Into how many parts attention splits them; it divides `dimensions`.
  ///   - feedForward: How many units the inner dense layer has; 4 · `dimensions` by default (PyTorch:
  ///     2048).
  ///   - dropout: The probability, in 0..<1, of dropping an attention weight, a number of each part's
  ///     output, and one of the inner dense layer's; 0 by default (PyTorch: 0.1).
  ///   - causal: Whether a step sees only itself and those before it; false by default.
  ///   - normFirst: Whether normalisation comes before each part; true by default (PyTorch: false).
  ///   - activation: `.relu` by default, as in PyTorch; GPT and BERT use `.gelu`.
  ///   - rescaling: What becomes of attention weights left over by dropout; `.inverted` by default.
  public init(
    _ dimensions: Int, heads: Int, feedForward: Int? = nil, dropout: Double = 0,
    causal: Bool = false, normFirst: Bool = true, activation: Activation = .relu,
    rescaling: AttentionRescaling = .inverted
  ) {
    requireDropProbability(dropout, "TransformerBlock's dropout")
    attention = MultiHeadAttention(
      dimensions, heads: heads, dropout: dropout, causal: causal, rescaling: rescaling)
    linear1 = Linear(dimensions, feedForward ?? 4 * dimensions)
    linear2 = Linear(feedForward ?? 4 * dimensions, dimensions)
    norm1 = LayerNorm(dimensions)
    norm2 = LayerNorm(dimensions)
    self.dropout = dropout
    self.normFirst = normFirst
    self.activation = activation
  }

  /// Declares `attention.…`, `linear1.…`, `linear2.…`, `norm1.…` and `norm2.…`.
  public mutating func declare(in list: inout ParameterList) {
    list.declare(&attention, named: "attention")
    list.declare(&linear1, named: "linear1")
    list.declare(&linear2, named: "linear2")
    list.declare(&norm1, named: "norm1")
    list.declare(&norm2, named: "norm2")
    noises = (
      list.declareNoise("dropout1"), list.declareNoise("dropout"), list.declareNoise("dropout2")
    )
  }

  /// The block's output.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    if normFirst {
      let x = x + attended(norm1(x, pass), pass)
      return x + fed(norm2(x, pass), pass)
    }
    let x = norm1(x + attended(x, pass), pass)
    return norm2(x + fed(x, pass), pass)
  }

  private func attended(_ x: Tensor, _ pass: Pass) -> Tensor {
    pass.thinned(attention(x, pass), p: dropout, noises.attention)
  }

  private func fed(_ x: Tensor, _ pass: Pass) -> Tensor {
    let sums = linear1(x, pass)
    let inner = activation == .gelu ? gelu(sums) : relu(sums)
    return pass.thinned(
      linear2(pass.thinned(inner, p: dropout, noises.inner), pass), p: dropout, noises.outer)
  }
}
