import Kernels
import Numerics

extension Network {
  /// The part of a network's numbers that is zero.
  ///
  /// - Parameters:
  ///   - selection: The parameters to look at; all weights by default.
  ///   - tolerance: What still counts as zero, in magnitude; 0 by default, which counts exact zeros.
  public func sparsity(
    of selection: ParameterSelection = .weights, within tolerance: Double = 0
  ) -> Double {
    require(tolerance >= 0, "a tolerance is at least 0, not \(tolerance)")
    selection.check(in: self)
    let chosen = parameters.filter(selection.contains).flatMap { values[$0.range] }
    require(!chosen.isEmpty, "the network has no such parameter to count zeros in")
    return Double(chosen.count { abs(Double($0)) <= tolerance }) / Double(chosen.count)
  }
}
