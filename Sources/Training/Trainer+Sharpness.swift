import Autograd
import Kernels

extension Trainer {
  /// The gradients at the point that lies ρ uphill, w + ρ g / ‖g‖ (Foret et al. 2021,
  /// *Sharpness-Aware Minimization*, eq. 2–3).
  ///
  /// The parameters are put back, and so are the statistics: batch normalisation has measured this
  /// batch already, at w.
  func computeGradientsUphill(
    of loss: (Pass) -> Tensor, keeping kept: (values: Buffer, statistics: Buffer)
  ) {
    kept.values.assign(live.values)
    kept.statistics.assign(live.statistics)
    let norm = sumOfSquares(gradients.base, gradients.count).squareRoot()
    addScaled(
      gradients.base, by: Real(optimizer.neighbourhood) / (norm + 1e-12), into: live.values.base,
      gradients.count)
    computeGradients(of: loss)
    live.values.assign(kept.values)
    live.statistics.assign(kept.statistics)
  }
}
