import Autograd
import Numerics

/// Self-attention with several heads, from `[batch, time, dimensions]` to the same shape (Vaswani et
/// al. 2017, §3.2; PyTorch's `MultiheadAttention(x, x, x)` with `batch_first`).
///
/// Queries, keys and values come from one product with `inProjection`; it starts uniform between
/// ±√(6 / (4 · dimensions)), the output's weight uniform between ±1/√dimensions, and both biases at 0,
/// as in PyTorch.
public struct MultiHeadAttention: Layer {
  /// How many numbers a step has.
  public let dimensions: Int
  /// Into how many parts they are split.
  public let heads: Int
  /// The probability that an attention weight is dropped.
  public let dropout: Double
  /// Whether a step sees only itself and those before it.
  public let causal: Bool
  /// What becomes of the attention weights that are left over.
  public let rescaling: AttentionRescaling
  private var inWeight: Parameter?
  private var inBias: Parameter?
  private var outWeight: Parameter?
  private var outBias: Parameter?
  private var noise: Noise?

  /// Self-attention.
  ///
  /// - Parameters:
  ///   - dimensions: How many numbers a step has.
  ///   - heads: Into how many parts they are split, at least 1; it divides `dimensions`.
  ///   - dropout: The probability, in 0..<1, that a softmaxed weight is dropped, for each pair of
  ///     steps, head and example alone; 0 by default. Inference drops nothing (PyTorch's function
  ///     `scaled_dot_product_attention` drops there too).
  ///   - causal: Whether a step sees only itself and those before it; false by default.
  ///   - rescaling: What becomes of the weights left over: `.inverted`, as everywhere, by default, or
  ///     `.renormalized` (DropAttention; Zehui et al. 2019).
  public init(
    _ dimensions: Int, heads: Int, dropout: Double = 0, causal: Bool = false,
    rescaling: AttentionRescaling = .inverted
  ) {
    require(
      dimensions >= 1 && heads >= 1 && dimensions % heads == 0,
      "attention's heads divide its dimensions, and \(heads) does not divide \(dimensions)")
    requireDropProbability(dropout, "MultiHeadAttention's dropout")
    self.dimensions = dimensions
    self.heads = heads
    self.dropout = dropout
    self.causal = causal
    self.rescaling = rescaling
  }

  /// Declares `inProjection.weight` `[dimensions, 3 dimensions]`, `inProjection.bias`,
  /// `outProjection.weight` and `outProjection.bias`.
  public mutating func declare(in list: inout ParameterList) {
    let (d, size) = (dimensions, Double(dimensions))
    inWeight = list.declare(
      "inProjection.weight", Shape(d, 3 * d), .weight,
      .uniform(bound: (6 / (4 * size)).squareRoot()))
    inBias = list.declare("inProjection.bias", Shape(3 * d), .bias, .zeros)
    outWeight = list.declare(
      "outProjection.weight", Shape(d, d), .weight, .uniform(bound: 1 / size.squareRoot()))
    outBias = list.declare("outProjection.bias", Shape(d), .bias, .zeros)
    noise = list.declareNoise("dropout")
  }

  /// Every step's mixture of the steps that it sees.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    require(
      x.shape.rank == 3 && x.shape.columns == dimensions,
      "MultiHeadAttention(\(dimensions), heads: \(heads)) takes [batch, time, \(dimensions)], and got \(x.shape)"
    )
    let time = x.shape[1]
    let mixed = scaledDotProductAttention(
      linear(x, pass[inWeight], pass[inBias]), heads: heads, causal: causal,
      mask: pass.keepMask(Shape(x.shape[0], heads, time, time), p: dropout, noise),
      rescaling: rescaling)
    return linear(mixed, pass[outWeight], pass[outBias])
  }
}
