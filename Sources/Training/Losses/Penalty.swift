import Kernels
import Numerics

/// Terms λ‖w‖₁ and (λ/2)‖w‖² that are added to the loss (not weight decay in the update, which is
/// another thing). Penalties of different parameters are added with `+`:
/// ```swift
/// let penalty = Penalty.l1(0.01, on: ["0.weight"]) + .l2(0.001)
/// ```
///
/// It applies to the weights and leaves biases alone unless told otherwise. A term works in one of
/// two ways. By default its (sub)gradient is added to the loss's, as automatic differentiation does:
/// under L1 weights hover around zero. A proximal term shrinks each weight after the step instead
/// and stops at zero (Duchi & Singer 2009, FOBOS): weights become exactly zero. It shrinks a weight
/// by the size of that weight's own step times λ, which differs from weight to weight in `AdaGrad`,
/// `RMSProp` and `Adam`, and is η/(1 − μ) with a momentum μ, so that training ends at the same
/// minimum whatever the optimizer.
public struct Penalty: Sendable {
  struct Term {
    let l1: Double
    let l2: Double
    let proximal: Bool
    let selection: ParameterSelection
  }

  let terms: [Term]

  /// No penalty.
  public static let none = Penalty(terms: [])

  /// λ‖w‖₁ = λ Σ|w|, as Keras's `L1(λ)`.
  ///
  /// - Parameters:
  ///   - lambda: The factor, at least 0.
  ///   - proximal: Whether weights are shrunk after the step (soft threshold) instead of pulled by a
  ///     subgradient; false by default.
  ///   - selection: The parameters that it applies to; all weights by default.
  public static func l1(
    _ lambda: Double, proximal: Bool = false, on selection: ParameterSelection = .weights
  ) -> Penalty {
    elasticNet(l1: lambda, l2: 0, proximal: proximal, on: selection)
  }

  /// (λ/2)‖w‖², whose gradient is λw, as PyTorch's `weight_decay` in SGD. Keras's `L2(l)` has no ½:
  /// there λ = 2l.
  ///
  /// - Parameters:
  ///   - lambda: The factor, at least 0.
  ///   - selection: The parameters that it applies to; all weights by default.
  public static func l2(_ lambda: Double, on selection: ParameterSelection = .weights) -> Penalty {
    elasticNet(l1: 0, l2: lambda, on: selection)
  }

  /// λ₁‖w‖₁ + (λ₂/2)‖w‖² (Zou & Hastie 2005), the convention of `elasticNet(_:_:l1:l2:)`. Where L2 is
  /// written without the ½, as in Keras's `L1L2`, λ₂ here is twice that one.
  ///
  /// - Parameters:
  ///   - l1: λ₁ ≥ 0.
  ///   - l2: λ₂ ≥ 0.
  ///   - proximal: Whether weights are shrunk after a step of size η to
  ///     sign(w) max(|w| − ηλ₁, 0)/(1 + ηλ₂) instead of pulled by a subgradient; false by default.
  ///   - selection: The parameters that it applies to; all weights by default.
  public static func elasticNet(
    l1: Double, l2: Double, proximal: Bool = false, on selection: ParameterSelection = .weights
  ) -> Penalty {
    for factor in [l1, l2] {
      require(
        factor >= 0 && factor.isFinite,
        "a penalty's factor is a finite number of at least 0, not \(factor)")
    }
    return Penalty(terms: [Term(l1: l1, l2: l2, proximal: proximal, selection: selection)])
  }

  /// Both penalties.
  public static func + (a: Penalty, b: Penalty) -> Penalty { Penalty(terms: a.terms + b.terms) }

  /// Refuses names that the network does not have.
  func check(in network: Network) {
    for term in terms { term.selection.check(in: network) }
  }

  /// What the terms add up to for one parameter.
  func factors(for parameter: Parameter) -> Factors {
    var sum = Factors()
    for term in terms where term.selection.contains(parameter) {
      if term.proximal {
        sum.proximalL1 += term.l1
        sum.proximalL2 += term.l2
      } else {
        sum.l1 += term.l1
        sum.l2 += term.l2
      }
    }
    return sum
  }

  /// A penalty's factors for one parameter.
  struct Factors {
    var l1 = 0.0
    var l2 = 0.0
    var proximalL1 = 0.0
    var proximalL2 = 0.0

    /// Adds the gradient at w of the terms that have one to g.
    func addGradient(
      of w: UnsafePointer<Real>, into g: UnsafeMutablePointer<Real>, _ count: Int
    ) {
      if l1 > 0 { addL1Subgradient(of: w, Real(l1), into: g, count) }
      if l2 > 0 { addScaled(w, by: Real(l2), into: g, count) }
    }

    /// Whether a proximal step follows the optimizer's.
    var shrinks: Bool { proximalL1 > 0 || proximalL2 > 0 }
  }
}
