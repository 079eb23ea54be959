import Kernels
import Numerics

/// A term λ‖w‖₁ or (λ/2)‖w‖² that is added to the loss (not weight decay in the update, which is
/// another thing).
///
/// It applies to the weights and leaves biases alone unless told otherwise.
public struct Penalty: Sendable {
  enum Kind {
    case none
    case l1
    case proximalL1
    case l2
  }

  let kind: Kind
  let lambda: Double
  let selection: ParameterSelection

  /// No penalty.
  public static let none = Penalty(kind: .none, lambda: 0, selection: .weights)

  /// λ‖w‖₁ = λ Σ|w|, as Keras's `L1(λ)`.
  ///
  /// - Parameters:
  ///   - lambda: The factor, at least 0.
  ///   - proximal: False adds the subgradient λ sign(w) to the gradient, as automatic
  ///     differentiation does: weights hover around zero. True shrinks each weight by
  ///     learning rate · λ after the step and stops at zero (soft threshold; Duchi & Singer,
  ///     FOBOS, 2009): weights become exactly zero.
  ///   - selection: The parameters that it applies to; all weights by default.
  public static func l1(
    _ lambda: Double, proximal: Bool = false, on selection: ParameterSelection = .weights
  ) -> Penalty {
    require(lambda >= 0, "a penalty's factor is at least 0, not \(lambda)")
    return Penalty(kind: proximal ? .proximalL1 : .l1, lambda: lambda, selection: selection)
  }

  /// (λ/2)‖w‖², whose gradient is λw, as PyTorch's `weight_decay` in SGD. Keras's `L2(l)` has no ½:
  /// there λ = 2l.
  ///
  /// - Parameters:
  ///   - lambda: The factor, at least 0.
  ///   - selection: The parameters that it applies to; all weights by default.
  public static func l2(_ lambda: Double, on selection: ParameterSelection = .weights) -> Penalty {
    require(lambda >= 0, "a penalty's factor is at least 0, not \(lambda)")
    return Penalty(kind: .l2, lambda: lambda, selection: selection)
  }

  /// Adds the penalty's gradient at w to g.
  func addGradient(
    of w: UnsafePointer<Real>, into g: UnsafeMutablePointer<Real>, _ count: Int
  ) {
    switch kind {
    case .l1: addL1Subgradient(of: w, Real(lambda), into: g, count)
    case .l2: addScaled(w, by: Real(lambda), into: g, count)
    case .none, .proximalL1: break
    }
  }

  /// Moves w after a step of the optimizer.
  func finish(_ w: UnsafeMutablePointer<Real>, learningRate: Double, _ count: Int) {
    if kind == .proximalL1 { softThreshold(w, Real(learningRate * lambda), count) }
  }
}
