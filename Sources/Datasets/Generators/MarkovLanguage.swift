import Kernels
import Numerics

/// A random language in which a word depends on the two before it: a Markov chain of second order,
/// whose entropy is known, so that a model's perplexity has a floor.
///
/// The logits of each pair's next word are normal, times `sharpness`. Sequences begin in the
/// stationary distribution.
public struct MarkovLanguage: Sendable {
  /// How many words there are.
  public let vocabulary: Int
  /// The probability of word c after a, b, at (a · vocabulary + b) · vocabulary + c.
  public let probabilities: [Double]
  /// The stationary probability of the pair a, b, at a · vocabulary + b.
  public let pairs: [Double]

  /// A language.
  ///
  /// - Parameters:
  ///   - vocabulary: How many words there are, 2 to 64.
  ///   - sharpness: The standard deviation of the logits, 0 for words that are all equally likely up
  ///     to 8; 2 by default.
  ///   - seed: Decides the language.
  public init(vocabulary: Int, sharpness: Double = 2, seed: Int) {
    require(
      vocabulary >= 2 && vocabulary <= 64 && sharpness >= 0 && sharpness <= 8,
      "a language has 2 to 64 words and a sharpness of 0 to 8, not \(vocabulary) and \(sharpness)")
    var random = RandomStream(seed: seed, "language")
    var rows: [Double] = []
    for _ in 0..<vocabulary * vocabulary {
      let odds = (0..<vocabulary).map { _ in exp(sharpness * random.normal()) }
      let total = odds.reduce(0, +)
      rows += odds.map { $0 / total }
    }
    self.vocabulary = vocabulary
    probabilities = rows
    pairs = Self.stationary(rows, vocabulary)
  }

  /// The distribution of pairs that a step leaves as it is, by repeated steps.
  private static func stationary(_ rows: [Double], _ v: Int) -> [Double] {
    var pairs = [Double](repeating: 1 / Double(v * v), count: v * v)
    for _ in 0..<100_000 {
      var next = [Double](repeating: 0, count: v * v)
      for pair in 0..<v * v {
        for c in 0..<v { next[pair % v * v + c] += pairs[pair] * rows[pair * v + c] }
      }
      let change = zip(next, pairs).reduce(0) { $0 + abs($1.0 - $1.1) }
      pairs = next
      if change < 1e-14 { break }
    }
    return pairs
  }

  /// The entropy rate: the mean cross-entropy, in nats a word, that no model of long sequences gets
  /// below.
  public var entropyRate: Double {
    let v = vocabulary
    return (0..<v * v).reduce(0) { sum, pair in
      sum + pairs[pair] * entropy(probabilities[pair * v..<(pair + 1) * v])
    }
  }

  /// The mean cross-entropy in nats of the best model of sequences of so many steps: at the first it
  /// has seen one word only.
  public func leastLoss(length: Int) -> Double {
    require(length >= 1, "a sequence has at least one step, not \(length)")
    let v = vocabulary
    let words = (0..<v).map { a in pairs[a * v..<(a + 1) * v].reduce(0, +) }
    let afterOne = entropy(pairs[...]) - entropy(words[...])
    return (afterOne + Double(length - 1) * entropyRate) / Double(length)
  }

  /// Sequences to learn from and others to judge by; each step's label is the next word.
  ///
  /// - Parameters:
  ///   - train: How many sequences to learn from.
  ///   - test: How many sequences to judge by.
  ///   - length: How many steps each has, at least 1.
  ///   - seed: Decides the sequences.
  public func split(train: Int, test: Int, length: Int, seed: Int) -> SequenceSplit {
    require(
      train >= 1 && test >= 1 && length >= 1,
      "sequences and their steps are at least 1, not \(train), \(test) and \(length)")
    var random = RandomStream(seed: seed, "language sequences")
    func drawn(_ count: Int) -> SequenceExamples {
      var inputs: [Real] = []
      var labels: [Int32] = []
      for _ in 0..<count {
        let pair = choice(pairs[...], &random)
        var words = [pair / vocabulary, pair % vocabulary]
        while words.count <= length {
          let first = (words[words.count - 2] * vocabulary + words[words.count - 1]) * vocabulary
          words.append(choice(probabilities[first..<first + vocabulary], &random))
        }
        inputs += words[0..<length].map { Real($0) }
        labels += words[1...length].map { Int32($0) }
      }
      return SequenceExamples(
        length: length, vocabulary: vocabulary, classes: vocabulary, inputs: inputs,
        labels: labels)
    }
    return SequenceSplit(train: drawn(train), test: drawn(test))
  }
}

/// −Σ p log p of a distribution, in nats.
private func entropy(_ p: ArraySlice<Double>) -> Double {
  p.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
}

/// A position in a distribution, drawn with its probability.
private func choice(_ p: ArraySlice<Double>, _ random: inout RandomStream) -> Int {
  var rest = random.uniform()
  for (i, share) in p.enumerated() {
    rest -= share
    if rest < 0 { return i }
  }
  return p.count - 1
}
