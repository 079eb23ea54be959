import Autograd
import Kernels

extension Trainer {
  /// The gradients at the point that lies ρ uphill, w + ρ g / ‖g‖ (Foret et al. 2021,
  /// *Sharpness-Aware Minimization*, eq. 2–3); the parameters are put back.
  func computeGradientsUphill(of loss: (Pass) -> Tensor) {
    let count = gradients.count
    let norm = sumOfSquares(gradients.base, count).squareRoot()
    let here = live.values.values
    let radius = Real(optimizer.neighbourhood)
    addScaled(gradients.base, by: radius / (norm + 1e-12), into: live.values.base, count)
    computeGradients(of: loss)
    live.values.assign(here)
  }
}
