import Autograd
import Kernels
import Numerics

/// Sets numbers to 0 at random while the network trains, each unit of each example on its own
/// (Srivastava et al. 2014, JMLR 15).
///
/// Where the numbers are scaled decides the form; both have the same mean in training and inference.
public struct Dropout: Layer {
  /// Where what is lost on average is made up for.
  public enum Form: Sendable {
    /// In training: what is kept is divided by 1 − p, and inference changes nothing. PyTorch and Keras.
    case inverted
    /// At inference: all numbers are multiplied by 1 − p there. The paper's form.
    case standard
  }

  /// The probability to drop; the paper's p is that to keep.
  public let p: Double
  /// Where the numbers are scaled.
  public let form: Form
  private var noise: Noise?

  /// A dropout.
  ///
  /// - Parameters:
  ///   - p: The probability to drop, in 0..<1; 0.5 by default, as in PyTorch. 0 changes nothing.
  ///   - form: Where the numbers are scaled; `inverted` by default.
  public init(p: Double = 0.5, form: Form = .inverted) {
    requireDropProbability(p)
    self.p = p
    self.form = form
  }

  /// Declares its noise.
  public mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  /// x with numbers dropped, or at inference x, or (1 − p) x in the standard form.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    if pass.noisy { return dropout(x, p: p, inverted: form == .inverted, pass.random(noise)) }
    return form == .inverted ? x : Real(1 - p) * x
  }
}
