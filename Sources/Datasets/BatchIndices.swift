import Numerics

/// The numbers below `count` in the order of an epoch of `train`, cut into batches.
public func batchIndices(_ count: Int, of size: Int, seed: Int, epoch: Int) -> [ArraySlice<Int>] {
  require(size >= 1, "a batch has at least one example, not \(size)")
  var random = RandomStream(seed: seed, "batches", step: epoch)
  let order = random.permutation(count)
  return stride(from: 0, to: count, by: size).map { order[$0..<min($0 + size, count)] }
}
