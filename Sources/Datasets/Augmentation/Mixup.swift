import Kernels
import Numerics

/// Mixes examples and their targets (Zhang, Cissé, Dauphin & Lopez-Paz, *mixup*, ICLR 2018):
/// x̃ = λ xᵢ + (1 − λ) xⱼ and t̃ = λ tᵢ + (1 − λ) tⱼ, with λ ~ Beta(α, α).
///
/// As in torchvision's `MixUp`, one λ serves a batch and j is the example before i, the first's is the
/// last's: batches are in random order already. The targets become soft and sum to 1. A batch of one
/// example stays as it is. Any examples will do.
public struct Mixup: Augmentation {
  /// The parameter α of the beta distribution.
  public let alpha: Double

  /// Mixup with α > 0: 1 by default, as in torchvision, where λ is uniform; Keras has 0.2.
  public init(alpha: Double = 1) {
    require(alpha > 0 && alpha.isFinite, "Mixup's alpha is greater than 0, not \(alpha)")
    self.alpha = alpha
  }

  /// Mixes the batch.
  public func apply(to batch: inout Batch, _ random: inout RandomStream) {
    let kept = Real(random.beta(alpha, alpha))
    let features = batch.features
    batch.mixWithPrevious(kept: kept) { blend($0, with: $1, keeping: kept, features) }
  }
}
