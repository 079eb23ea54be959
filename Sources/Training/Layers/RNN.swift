import Autograd

/// A simple recurrent layer: hₜ = tanh(xₜ W + b + hₜ₋₁ W′ + b′) with h₀ = 0, from
/// `[batch, time, inputs]` to `[batch, time, hidden]` (Elman 1990; PyTorch's `RNN` with `batch_first`
/// and one layer, Keras's `SimpleRNN(return_sequences=True)`).
///
/// All parameters start uniform between ±1/√hidden, as in PyTorch. Dropouts are those of Gal &
/// Ghahramani 2016 (*A Theoretically Grounded Application of Dropout in Recurrent Neural Networks*):
/// one mask for all steps of a sequence, drawn for each example and each pass. Names and meaning are
/// Keras's; PyTorch's `dropout` means something else, a new mask a step between stacked layers.
public struct RNN: Layer {
  /// What a step's sum goes through.
  public enum Nonlinearity: Sendable, Hashable {
    /// The hyperbolic tangent.
    case tanh
    /// The rectifier max(x, 0).
    case relu
  }

  /// What a step's sum goes through.
  public let nonlinearity: Nonlinearity
  private var cell: RecurrentCell

  /// A simple recurrent layer.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers a step of the input has, at least 1.
  ///   - hidden: How many numbers a state has, at least 1.
  ///   - nonlinearity: What a step's sum goes through; `.tanh` by default, as in PyTorch.
  ///   - dropout: The probability, in 0..<1, that an input's number is dropped in all steps; 0 by
  ///     default.
  ///   - recurrentDropout: The probability, in 0..<1, that a number of hₜ₋₁ is dropped in all steps;
  ///     0 by default.
  ///   - weightDropout: The probability, in 0..<1, that a weight of `weightHH` is dropped in the
  ///     whole pass (DropConnect of AWD-LSTM; Merity et al. 2018, §2); 0 by default.
  public init(
    _ inputs: Int, _ hidden: Int, nonlinearity: Nonlinearity = .tanh, dropout: Double = 0,
    recurrentDropout: Double = 0, weightDropout: Double = 0
  ) {
    self.nonlinearity = nonlinearity
    cell = RecurrentCell(
      "RNN", inputs, hidden, gates: 1,
      RecurrentDropouts(input: dropout, recurrent: recurrentDropout, weight: weightDropout))
  }

  /// Declares `weightIH` `[inputs, hidden]`, `weightHH` `[hidden, hidden]`, `biasIH` and `biasHH`.
  public mutating func declare(in list: inout ParameterList) { cell.declare(in: &list) }

  /// The states of all steps.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    let rectified = nonlinearity == .relu
    return cell.run(x, pass) {
      rnn($0, $1, rectified: rectified, inputMask: $2, recurrentMask: $3)
    }
  }
}
