import Numerics

/// A random change of a batch before the network sees it.
public protocol Augmentation: Sendable {
  /// Changes the batch in place; all that is random comes from the stream.
  func apply(to batch: inout Batch, _ random: inout RandomStream)
}
