import Autograd
import Kernels
import Numerics

/// Keeps gradients from being large, after the penalty's part was added and before the update
/// (Pascanu, Mikolov & Bengio 2013).
public struct GradientClipping: Callback {
  private enum Kind {
    case value
    case norm
  }

  private let kind: Kind
  private let limit: Double

  /// Each number of the gradient is put between −c and c (PyTorch's `clip_grad_value_`, Keras's
  /// `clipvalue`), which changes its direction.
  public static func value(_ c: Double) -> GradientClipping { GradientClipping(.value, c) }

  /// The gradient of all parameters together is multiplied by c / (norm + 1e-6) where that is below
  /// 1 (PyTorch's `clip_grad_norm_`, Keras's `global_clipnorm`; Keras's
  /// `clipnorm` limits each parameter by itself).
  public static func norm(_ c: Double) -> GradientClipping { GradientClipping(.norm, c) }

  private init(_ kind: Kind, _ limit: Double) {
    require(limit > 0 && limit.isFinite, "a limit of gradients is above 0, not \(limit)")
    self.kind = kind
    self.limit = limit
  }

  /// Clips.
  public mutating func gradientComputed(_ trainer: Trainer) {
    let g = trainer.gradients
    switch kind {
    case .value: clamp(g.base, to: Real(limit), g.count)
    case .norm:
      let factor = limit / (trainer.gradientNorm + 1e-6)
      if factor < 1 { scale(g.base, by: Real(factor), into: g.base, g.count) }
    }
  }
}
