import Kernels
import Numerics

extension LabeledExamples {
  /// The examples as a training step would see them, to be shown or to be learned from.
  ///
  /// Labels stay as they are: the soft targets of `Mixup` and `CutMix` have no place here.
  ///
  /// - Parameters:
  ///   - augmentation: What is done to the examples, in this order.
  ///   - seed: Decides all that is random.
  public func augmented(by augmentation: [any Augmentation], seed: Int) -> LabeledExamples {
    var batch = Batch(of: self)
    batch.fill(Array(0..<count)[...], of: self)
    for (place, change) in augmentation.enumerated() {
      var random = RandomStream(seed: seed, "augmentation", step: place)
      change.apply(to: &batch, &random)
    }
    var changed = self
    changed.inputs = batch.inputs
    return changed
  }

  /// The examples changed by one augmentation.
  public func augmented(by augmentation: some Augmentation, seed: Int) -> LabeledExamples {
    augmented(by: [augmentation], seed: seed)
  }
}
