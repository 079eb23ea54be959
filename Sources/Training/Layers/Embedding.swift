import Autograd
import Numerics

/// A learned vector for each word of a vocabulary: `[batch, length]` positions become
/// `[batch, length, dimensions]`.
///
/// A position is a whole number from 0 to `vocabulary` − 1, held as a number like every input; it has
/// no gradient. The vectors start normal with variance 1, as in PyTorch (Keras: uniform between
/// ±0.05).
public struct Embedding: Layer {
  /// How many words there are.
  public let vocabulary: Int
  /// How many numbers a word's vector has.
  public let dimensions: Int
  /// The probability that a word is dropped.
  public let dropout: Double
  private var weight: Parameter?
  private var noise: Noise?

  /// An embedding.
  ///
  /// - Parameters:
  ///   - vocabulary: How many words there are, at least 1.
  ///   - dimensions: How many numbers a word's vector has, at least 1.
  ///   - dropout: The probability, in 0..<1, that a word's vector is 0 in a whole pass, wherever the
  ///     word occurs in the batch; the others are multiplied by 1 / (1 − p). 0 by default. Gal &
  ///     Ghahramani 2016, §4.2; AWD-LSTM (Merity et al. 2018, §4.3). Neither PyTorch nor Keras has
  ///     it: a `Dropout` after the embedding drops single numbers.
  public init(_ vocabulary: Int, _ dimensions: Int, dropout: Double = 0) {
    require(
      vocabulary >= 1 && vocabulary <= 1 << 24 && dimensions >= 1,
      "Embedding(\(vocabulary), \(dimensions)) needs 1 to 16777216 words and at least one dimension"
    )
    requireDropProbability(dropout, "Embedding's dropout")
    self.vocabulary = vocabulary
    self.dimensions = dimensions
    self.dropout = dropout
  }

  /// Declares `weight`, `[vocabulary, dimensions]`.
  public mutating func declare(in list: inout ParameterList) {
    weight = list.declare(
      "weight", Shape(vocabulary, dimensions), .weight, .normal(standardDeviation: 1))
    noise = list.declareNoise("dropout")
  }

  /// The vectors at the positions.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    embedding(x, pass[weight], mask: pass.keepMask(Shape(vocabulary), p: dropout, noise))
  }
}
