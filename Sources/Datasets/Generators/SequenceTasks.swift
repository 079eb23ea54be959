import Kernels
import Numerics

/// Small tasks that need a memory.
public enum SequenceTasks {
  /// The copy task (Hochreiter & Schmidhuber 1997; in the form of Arjovsky, Shah & Bengio 2016):
  /// `span` random symbols, then blanks, then a signal, and after it the symbols are to be said again.
  ///
  /// Inputs are the symbols 0 to `symbols` − 1, the blank `symbols`, and the signal `symbols` + 1; a
  /// sequence has 2 · `span` + `delay` steps. Labels are the blank for the first `span` + `delay`
  /// steps, then the symbols: `symbols` + 1 classes. A network without memory cannot get below
  /// `span` · log(`symbols`) / (2 · `span` + `delay`) nats.
  ///
  /// - Parameters:
  ///   - symbols: How many symbols there are, at least 2; 8 by default.
  ///   - span: How many are to be copied, at least 1; 10 by default.
  ///   - delay: How many steps lie between the last symbol and the first answer, the signal last, at
  ///     least 1.
  ///   - train: How many sequences to learn from.
  ///   - test: How many sequences to judge by.
  ///   - seed: Decides the symbols.
  public static func copy(
    symbols: Int = 8, span: Int = 10, delay: Int, train: Int, test: Int, seed: Int
  ) -> SequenceSplit {
    require(
      symbols >= 2 && span >= 1 && delay >= 1 && train >= 1 && test >= 1,
      "the copy task needs two symbols, a span, a delay and sequences of at least 1, and got \(symbols), \(span), \(delay), \(train) and \(test)"
    )
    var random = RandomStream(seed: seed, "copy task")
    func drawn(_ count: Int) -> SequenceExamples {
      var inputs: [Real] = []
      var labels: [Int32] = []
      for _ in 0..<count {
        let word = (0..<span).map { _ in random.integer(below: symbols) }
        inputs += word.map { Real($0) }
        inputs += [Real](repeating: Real(symbols), count: delay - 1)
        inputs.append(Real(symbols + 1))
        inputs += [Real](repeating: Real(symbols), count: span)
        labels += [Int32](repeating: Int32(symbols), count: span + delay)
        labels += word.map { Int32($0) }
      }
      return SequenceExamples(
        length: 2 * span + delay, vocabulary: symbols + 2, classes: symbols + 1, inputs: inputs,
        labels: labels)
    }
    return SequenceSplit(train: drawn(train), test: drawn(test))
  }

  /// A sequence classifier's task: the first word is the class, and all others are noise (the latch
  /// problem of Bengio, Simard & Frasconi 1994, with words).
  ///
  /// Words 0 to `classes` − 1 stand first only; the noise is `noiseWords` others, each equally likely.
  /// An example's features are its `length` words, for an `Embedding(classes + noiseWords, …)`.
  ///
  /// - Parameters:
  ///   - classes: How many classes there are, at least 2.
  ///   - noiseWords: How many words the noise has, at least 1.
  ///   - length: How many words a sequence has, at least 1.
  ///   - train: How many sequences to learn from.
  ///   - test: How many sequences to judge by.
  ///   - seed: Decides classes and noise.
  public static func recall(
    classes: Int = 4, noiseWords: Int = 4, length: Int, train: Int, test: Int, seed: Int
  ) -> Split {
    require(
      classes >= 2 && noiseWords >= 1 && length >= 1 && train >= 1 && test >= 1,
      "the recall task needs two classes, and noise words, steps and sequences of at least 1, and got \(classes), \(noiseWords), \(length), \(train) and \(test)"
    )
    var random = RandomStream(seed: seed, "recall task")
    func drawn(_ count: Int) -> LabeledExamples {
      var inputs: [Real] = []
      var labels: [Int32] = []
      for _ in 0..<count {
        let label = random.integer(below: classes)
        inputs.append(Real(label))
        for _ in 1..<length { inputs.append(Real(classes + random.integer(below: noiseWords))) }
        labels.append(Int32(label))
      }
      return LabeledExamples(features: length, classes: classes, inputs: inputs, labels: labels)
    }
    return Split(train: drawn(train), test: drawn(test))
  }
}
