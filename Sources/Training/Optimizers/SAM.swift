import Kernels
import Numerics

/// Sharpness-aware minimisation: another optimizer's step with the gradient at w + ρ g/‖g‖, the
/// steepest point of the neighbourhood (Foret et al. 2021, eq. 2–3).
///
/// The loss is evaluated twice, with the same batch and the same randomness of the layers. The
/// statistics of a batch normalisation come from the first evaluation, at w; penalties and weight
/// decay are those at w too.
public struct SAM: Optimizer {
  /// What moves the parameters along the gradient from uphill.
  public let base: any Optimizer
  /// The radius ρ, in the Euclidean norm of all parameters.
  public let neighbourhood: Double

  /// Sharpness-aware minimisation.
  ///
  /// - Parameters:
  ///   - base: What moves the parameters.
  ///   - rho: ρ ≥ 0; 0.05 by default, and 0 leaves the base as it is.
  public init(_ base: any Optimizer, rho: Double = 0.05) {
    require(rho >= 0 && rho.isFinite, "rho is a finite number of at least 0, not \(rho)")
    require(base.neighbourhood == 0, "SAM wraps an optimizer that is not sharpness-aware itself")
    self.base = base
    neighbourhood = rho
  }

  /// The base's learning rate.
  public var learningRate: Double { base.learningRate }
  /// What the base remembers.
  public var slots: Int { base.slots }
  /// The parameters that the base's decay applies to.
  public var decayed: ParameterSelection { base.decayed }

  /// The base's step.
  public func update(_ slice: ParameterSlice) { base.update(slice) }

  /// The base's proximal step.
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    base.shrink(slice, l1: l1, l2: l2)
  }
}
