import Autograd
import Kernels
import Numerics

/// Keeps each unit's incoming weights inside a ball: after every step a column of a weight
/// `[…, outputs]` whose norm is above c is scaled down to c (Srivastava et al. 2014, §5.1; Keras's
/// `MaxNorm(c, axis=0)`).
///
/// The paper has c = 3 or 4 beside dropout. Parameters of one dimension have no incoming weights and
/// are left alone.
public struct MaxNorm: Callback {
  private let limit: Double
  private let selection: ParameterSelection

  /// A limit on the norm of each unit's incoming weights.
  ///
  /// - Parameters:
  ///   - c: The largest norm, above 0.
  ///   - selection: The parameters that it applies to; all weights by default.
  public init(_ c: Double, on selection: ParameterSelection = .weights) {
    require(c > 0 && c.isFinite, "a largest norm is above 0, not \(c)")
    limit = c
    self.selection = selection
  }

  /// Refuses names that the network does not have.
  public mutating func began(_ trainer: Trainer) { selection.check(in: trainer.start) }

  /// Limits the norms.
  public mutating func stepEnded(_ trainer: Trainer) {
    for parameter in trainer.start.parameters
    where parameter.shape.rank >= 2 && selection.contains(parameter) {
      limitColumnNorms(
        trainer.live.values.base + parameter.range.lowerBound, to: Real(limit),
        rows: parameter.shape.rows, columns: parameter.shape.columns)
    }
  }
}
