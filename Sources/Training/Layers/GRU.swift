import Autograd

/// A gated recurrent unit, from `[batch, time, inputs]` to the states `[batch, time, hidden]` (Cho et
/// al. 2014; PyTorch's `GRU` with `batch_first` and one layer, Keras's
/// `GRU(return_sequences=True, reset_after=True)`); see `gru(_:_:)` for the equations.
///
/// Gates stand in the order r, z, n (Keras: z, r, n); the reset gate comes after the recurrent
/// product. All parameters start uniform between ±1/√hidden, as in PyTorch. Dropouts are those of Gal
/// & Ghahramani 2016: one mask for all steps of a sequence and for all gates, drawn for each example
/// and each pass. Names and meaning are Keras's; PyTorch's `dropout` means something else, a new mask
/// a step between stacked layers.
public struct GRU: Layer {
  private var cell: RecurrentCell

  /// A gated recurrent unit.
  ///
  /// - Parameters:
  ///   - inputs: How many numbers a step of the input has, at least 1.
  ///   - hidden: How many numbers a state has, at least 1.
  ///   - dropout: The probability, in 0..<1, that an input's number is dropped in all steps; 0 by
  ///     default.
  ///   - recurrentDropout: The probability, in 0..<1, that a number of hₜ₋₁ is dropped in all
  ///     products; 0 by default. What the update gate carries over is not dropped.
  ///   - weightDropout: The probability, in 0..<1, that a weight of `weightHH` is dropped in the
  ///     whole pass (DropConnect of AWD-LSTM; Merity et al. 2018, §2); 0 by default.
  public init(
    _ inputs: Int, _ hidden: Int, dropout: Double = 0, recurrentDropout: Double = 0,
    weightDropout: Double = 0
  ) {
    cell = RecurrentCell(
      "GRU", inputs, hidden, gates: 3,
      RecurrentDropouts(input: dropout, recurrent: recurrentDropout, weight: weightDropout))
  }

  /// Declares `weightIH` `[inputs, 3 hidden]`, `weightHH` `[hidden, 3 hidden]`, `biasIH` and `biasHH`.
  public mutating func declare(in list: inout ParameterList) { cell.declare(in: &list) }

  /// The states of all steps.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    cell.run(x, pass) { gru($0, $1, inputMask: $2, recurrentMask: $3) }
  }
}
