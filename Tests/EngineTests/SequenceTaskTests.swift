import Lab
import Testing

@testable import Training

/// The tasks, and networks that learn them.
@Suite struct SequenceTaskTests {
  @Test func theLanguageHasItsEntropy() {
    let language = MarkovLanguage(vocabulary: 6, seed: 2)
    let length = 4
    let data = language.split(train: 5000, test: 10, length: length, seed: 3).train
    // The losses of the language itself, which knows one word at the first step.
    let single: [Double] = (0..<6).map { language.pairs[6 * $0..<6 * $0 + 6].reduce(0, +) }
    var later: [Double] = []
    var whole: [Double] = []
    for i in 0..<data.count {
      let words = data.inputs[i * length..<(i + 1) * length].map { Int($0) }
      let labels = data.labels[i * length..<(i + 1) * length].map { Int($0) }
      #expect(Array(words.dropFirst()) == Array(labels.dropLast()))
      var total = -log(language.pairs[6 * words[0] + labels[0]] / single[words[0]])
      for t in 1..<length {
        let pair = 6 * words[t - 1] + words[t]
        let loss = -log(language.probabilities[6 * pair + labels[t]])
        later.append(loss)
        total += loss
      }
      whole.append(total / Double(length))
    }
    func expectMean(_ losses: [Double], _ expected: Double) {
      let n = Double(losses.count)
      let mean = losses.reduce(0, +) / n
      let spread = (losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
      #expect(abs(mean - expected) <= 4 * spread / n.squareRoot(), "\(mean) \(expected)")
    }
    expectMean(later, language.entropyRate)
    expectMean(whole, language.leastLoss(length: length))
    #expect(language.entropyRate < language.leastLoss(length: length))
    #expect(language.leastLoss(length: length) < log(6))
    #expect(language.leastLoss(length: 1) >= language.leastLoss(length: 2))
  }

  @Test func tasksAreFunctionsOfTheirSeed() {
    func copied(_ seed: Int) -> [Float] {
      SequenceTasks.copy(delay: 3, train: 5, test: 5, seed: seed).test.inputs
    }
    #expect(copied(1) == copied(1) && copied(1) != copied(2))
    let task = AddingProblem(count: 4000, length: 10, seed: 1)
    #expect(task.inputs == AddingProblem(count: 4000, length: 10, seed: 1).inputs)
    // Saying 1 always has an error of 1/6, the variance of a sum of two.
    let errors = task.targets.map { Double(($0 - 1) * ($0 - 1)) }
    let mean = errors.reduce(0, +) / 4000
    // Four standard errors: each square has the deviation √(1/15 − 1/36) = 0.197.
    #expect(abs(mean - 1.0 / 6) <= 0.0125, "\(mean)")
    let batches = task.batches(of: 1500, seed: 1, epoch: 0)
    #expect(batches.map(\.count) == [1500, 1500, 1000])
    #expect(batches.flatMap(\.targets).sorted() == task.targets.sorted())
  }

  @Test func anLSTMRemembersTheFirstWord() {
    let data = SequenceTasks.recall(length: 8, train: 256, test: 100, seed: 1)
    let run = train(
      Network(seed: 1) {
        Embedding(8, 8)
        LSTM(8, 16)
        LastStep()
        Linear(16, 4)
      }, on: data, with: SGD(learningRate: 1), epochs: 30, seed: 1)
    #expect(run.testAccuracy.last! == 1, "\(run.testAccuracy)")
    #expect(run.testLoss.last! <= 0.05, "\(run.testLoss)")
  }

  @Test func aTransformerLearnsTheLanguage() {
    let language = MarkovLanguage(vocabulary: 5, seed: 1)
    let data = language.split(train: 1000, test: 200, length: 12, seed: 1)
    let start = Network(seed: 1) {
      Embedding(5, 16)
      PositionalEncoding(16, maxLength: 12)
      TransformerBlock(16, heads: 2, causal: true)
      LayerNorm(16)
      Linear(16, 5)
    }
    let trainer = Trainer(start, with: SGD(learningRate: 1), seed: 1)
    for epoch in 0..<16 {
      for batch in data.train.batches(of: 32, seed: 1, epoch: epoch) {
        trainer.step { network in crossEntropy(network(batch), batch.labels) }
      }
    }
    let floor = language.leastLoss(length: 12)
    let (before, after) = (start.measured(on: data.test), trainer.measured(on: data.test))
    #expect(after.loss - floor <= 0.1, "\(before.loss) \(after.loss) \(floor)")
    #expect(after.perplexity < before.perplexity && after.accuracy > before.accuracy)
    #expect(after == trainer.network.measured(on: data.test))
  }

  @Test func aGRULearnsToAdd() {
    let data = AddingProblem(count: 600, length: 6, seed: 1)
    let trainer = Trainer(
      Network(seed: 1) {
        Steps(features: 2)
        GRU(2, 16)
        LastStep()
        Linear(16, 1)
      }, with: SGD(learningRate: 0.2), seed: 1)
    var loss: Float = 1
    for epoch in 0..<40 {
      for batch in data.batches(of: 20, seed: 1, epoch: epoch) {
        loss = trainer.step { network in meanSquaredError(network(batch), batch.targets) }
      }
    }
    #expect(loss <= 0.03, "\(loss)")
  }
}
