import Kernels
import Numerics

/// The adding problem: each step has a random number from 0 to 1 and a mark, two numbers are marked,
/// and their sum is to be said at the end (Hochreiter & Schmidhuber 1997, §5.4; in the form of Le,
/// Jaitly & Hinton 2015).
///
/// One mark is in the first half of the sequence and one in the second. Always saying 1 has a mean
/// squared error of 1/6.
/// ```swift
/// for batch in data.batches(of: 32, seed: seed, epoch: epoch) {
///   trainer.step { network in meanSquaredError(network(batch), batch.targets) }
/// }
/// ```
public struct AddingProblem: Sendable {
  /// How many steps a sequence has.
  public let length: Int
  /// Number and mark of every step, `[count, 2 · length]` in row-major order; `Steps(features: 2)`
  /// cuts them apart.
  public let inputs: [Real]
  /// The sum of the marked numbers of each sequence.
  public let targets: [Real]

  /// Random sequences.
  ///
  /// - Parameters:
  ///   - count: How many, at least 1.
  ///   - length: How many steps each has, at least 2.
  ///   - seed: Decides numbers and marks.
  public init(count: Int, length: Int, seed: Int) {
    require(
      count >= 1 && length >= 2,
      "the adding problem needs sequences of at least two steps, not \(count) of \(length)")
    var random = RandomStream(seed: seed, "adding problem")
    var inputs: [Real] = []
    var targets: [Real] = []
    for _ in 0..<count {
      let numbers = (0..<length).map { _ in random.uniform() }
      let first = random.integer(below: length / 2)
      let second = length / 2 + random.integer(below: length - length / 2)
      for (t, number) in numbers.enumerated() {
        inputs += [Real(number), t == first || t == second ? 1 : 0]
      }
      targets.append(Real(numbers[first] + numbers[second]))
    }
    self.init(length: length, inputs: inputs, targets: targets)
  }

  private init(length: Int, inputs: [Real], targets: [Real]) {
    self.length = length
    self.inputs = inputs
    self.targets = targets
  }

  /// How many sequences there are.
  public var count: Int { targets.count }

  /// Some of the sequences, in the order given.
  public func examples(_ indices: some Sequence<Int>) -> AddingProblem {
    var inputs: [Real] = []
    var targets: [Real] = []
    for i in indices {
      require(i >= 0 && i < count, "sequence \(i) is outside a set of \(count)")
      inputs += self.inputs[2 * i * length..<2 * (i + 1) * length]
      targets.append(self.targets[i])
    }
    return AddingProblem(length: length, inputs: inputs, targets: targets)
  }

  /// All sequences once in a random order, in batches of `size`; the last may be smaller.
  public func batches(of size: Int, seed: Int, epoch: Int) -> [AddingProblem] {
    batchIndices(count, of: size, seed: seed, epoch: epoch).map { examples($0) }
  }
}
