import Lab
import Testing

@testable import Autograd
@testable import Training

/// What the dropouts of sequences drop, by their own masks (claims X31 and X32).
@Suite struct SequenceDropoutTests {
  static func pass(_ network: Network, on tape: Tape, step: Int = 0) -> Pass {
    LiveNetwork(network).pass(on: tape, .training, seed: 4, step: step)
  }

  /// A rectified layer whose states are its inputs: what a mask leaves of them.
  static func mirror(dropout: Double) -> Network {
    Network(seed: 1) { RNN(8, 8, nonlinearity: .relu, dropout: dropout) }
      .setting("0.weightIH", to: (0..<64).map { $0 / 8 == $0 % 8 ? 1 : 0 })
      .setting("0.weightHH", to: Array(repeating: 0, count: 64))
      .setting("0.biasIH", to: Array(repeating: 0, count: 8))
      .setting("0.biasHH", to: Array(repeating: 0, count: 8))
  }

  @Test func oneMaskForASequenceKeepsMoreUnitsThanOneAStep() {
    let (p, time, batch) = (0.2, 20, 2000)
    let network = Self.mirror(dropout: p)
    let tape = Tape()
    defer { tape.release() }
    let ones = [Float](repeating: 1, count: batch * time * 8)
    func states(time: Int, step: Int) -> [Float] {
      tape.begin(recording: false)
      let x = tape.constant(Array(ones.prefix(batch * time * 8)), Shape(batch, time, 8))
      return Self.pass(network, on: tape, step: step)(x).values
    }
    // One mask a sequence: a unit is dropped in all steps or in none.
    let whole = states(time: time, step: 0)
    #expect(Set(whole) == [0, 1.25])
    var (kept, mixed) = (0, 0)
    for unit in 0..<batch * 8 {
      let steps = (0..<time).map { whole[(unit / 8 * time + $0) * 8 + unit % 8] }
      if Set(steps).count > 1 { mixed += 1 }
      if steps[0] > 0 { kept += 1 }
    }
    #expect(mixed == 0)
    // A mask a step: a unit survives where none of 20 masks drops it.
    var survives = [Bool](repeating: true, count: batch * 8)
    for t in 0..<time {
      for (unit, state) in states(time: 1, step: t).enumerated() where state == 0 {
        survives[unit] = false
      }
    }
    let n = Double(batch * 8)
    func close(_ count: Int, to expected: Double) -> Bool {
      abs(Double(count) / n - expected) <= 4 * (expected * (1 - expected) / n).squareRoot()
    }
    let formula = (0..<time).reduce(1.0) { product, _ in product * (1 - p) }
    #expect(abs(formula - 0.0115) <= 5e-5)
    #expect(close(kept, to: 1 - p), "\(Double(kept) / n)")
    let survivors = survives.count { $0 }
    #expect(close(survivors, to: formula), "\(Double(survivors) / n)")
  }

  @Test func theStatesMaskIsTheSameAtEveryStep() {
    // hₜ = 1 + m hₜ₋₁: 1 where m = 0, and 1 + 2 + 4 + 8 after four steps where m = 2.
    let network = Self.mirror(dropout: 0)
    let layer = Network(seed: 1) { RNN(8, 8, nonlinearity: .relu, recurrentDropout: 0.5) }
      .setting("0.weightIH", to: network.values(of: "0.weightIH"))
      .setting("0.weightHH", to: network.values(of: "0.weightIH"))
      .setting("0.biasIH", to: network.values(of: "0.biasIH"))
      .setting("0.biasHH", to: network.values(of: "0.biasHH"))
    let tape = Tape()
    defer { tape.release() }
    let x = tape.constant([Float](repeating: 1, count: 500 * 4 * 8), Shape(500, 4, 8))
    let last = lastStep(Self.pass(layer, on: tape)(x)).values
    #expect(Set(last) == [1, 15])
    let dropped = Double(last.count { $0 == 1 }) / 4000
    #expect(abs(dropped - 0.5) <= 4 * 0.5 / 4000.0.squareRoot())
  }

  @Test func aDroppedWordIsDroppedWhereverItOccurs() {
    let network = Network(seed: 1) { Embedding(50, 3, dropout: 0.4) }
    let table = network.values(of: "0.weight")
    var random = RandomStream(seed: 9, "words")
    let words = (0..<400).map { _ in random.integer(below: 50) }
    let tape = Tape()
    defer { tape.release() }
    func vectors(step: Int) -> [Float] {
      tape.begin()
      let x = tape.constant(words.map { Float($0) }, Shape(20, 20))
      return Self.pass(network, on: tape, step: step)(x).values
    }
    /// 0 for the words that a step dropped, 1 for the others that occur.
    func factors(step: Int) -> (factors: [Int?], mixed: Int) {
      var factors = [Int?](repeating: nil, count: 50)
      var mixed = 0
      let all = vectors(step: step)
      for (i, word) in words.enumerated() {
        let found = all[3 * i..<3 * i + 3]
        let kept = zip(found, table[3 * word..<3 * word + 3]).allSatisfy {
          $0 == Float(1 / 0.6) * $1
        }
        let factor = kept ? 1 : 0
        if !kept && !found.allSatisfy({ $0 == 0 }) { mixed += 1 }
        if let before = factors[word], before != factor { mixed += 1 }
        factors[word] = factor
      }
      return (factors, mixed)
    }
    let steps = (0..<100).map { factors(step: $0) }
    #expect(steps.allSatisfy { $0.mixed == 0 })
    let occurring = steps.flatMap { $0.factors.compactMap { $0 } }
    let dropped = Double(occurring.count { $0 == 0 }) / Double(occurring.count)
    #expect(abs(dropped - 0.4) <= 4 * (0.24 / Double(occurring.count)).squareRoot(), "\(dropped)")
    #expect(steps[0].factors == factors(step: 0).factors)
    #expect(steps[0].factors != steps[1].factors)
  }

  @Test func invertedRowsSumToOneOnAverageAndRenormalisedRowsAlways() {
    let (p, keys, batch) = (0.3, 8, 20_000)
    let scores: [Double] = (0..<keys).map { 0.5 * Double($0) }
    // The keys are the scores along the first dimension, the values the identity: the output of an
    // example is its row of weights.
    let identity = (0..<keys * keys).map { Float($0 / keys == $0 % keys ? 1 : 0) }
    let tape = Tape()
    defer { tape.release() }
    func rows(_ mask: Tensor?, _ rescaling: AttentionRescaling, _ batch: Int) -> [Float] {
      let root = Float(Double(keys).squareRoot())
      let query = [root] + [Float](repeating: 0, count: keys - 1)
      let key = scores.flatMap { [Float($0)] + [Float](repeating: 0, count: keys - 1) }
      func repeated(_ x: [Float]) -> [Float] { (0..<batch).flatMap { _ in x } }
      return scaledDotProductAttention(
        tape.constant(repeated(query), Shape(batch, 1, keys)),
        tape.constant(repeated(key), Shape(batch, keys, keys)),
        tape.constant(repeated(identity), Shape(batch, keys, keys)), mask: mask,
        rescaling: rescaling
      ).values
    }
    tape.begin(recording: false)
    let weights = rows(nil, .inverted, 1).map { Double($0) }
    let mask = tape.keepMask(Shape(batch, 1, 1, keys), p: p, RandomStream(seed: 2, "mask"))
    let inverted = rows(mask, .inverted, batch).map { Double($0) }
    let renormalized = rows(mask, .renormalized, batch).map { Double($0) }
    func sums(_ x: [Double]) -> [Double] {
      (0..<batch).map { x[$0 * keys..<($0 + 1) * keys].reduce(0, +) }
    }
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    let n = Double(batch)
    // Var Σ wⱼ mⱼ / (1 − p) = p / (1 − p) Σ wⱼ².
    let deviation = (p / (1 - p) * weights.reduce(0) { $0 + $1 * $1 }).squareRoot()
    let rowSums = sums(inverted)
    let center = mean(rowSums)
    let spread = mean(rowSums.map { ($0 - center) * ($0 - center) }).squareRoot()
    #expect(abs(center - 1) <= 4 * deviation / n.squareRoot(), "\(center)")
    #expect(spread > 0 && abs(spread / deviation - 1) <= 0.03, "\(spread), \(deviation)")
    // A row that lost all its weights stays 0; every other sums to 1.
    #expect(sums(renormalized).allSatisfy { $0 == 0 || abs($0 - 1) <= 3e-7 })
    // The inverted weights are right on average, the renormalised ones are not.
    func bias(_ x: [Double]) -> Double {
      (0..<keys).map { j in abs(mean((0..<batch).map { x[$0 * keys + j] }) - weights[j]) }.max()!
    }
    #expect(bias(inverted) <= 5 * deviation / n.squareRoot(), "\(bias(inverted))")
    #expect(bias(renormalized) >= 10 * bias(inverted), "\(bias(renormalized))")
  }

  @Test func masksDependOnSeedStepAndPlaceOnly() {
    let network = Network(seed: 1) {
      Embedding(9, 4, dropout: 0.3)
      GRU(4, 4, dropout: 0.3, recurrentDropout: 0.3, weightDropout: 0.3)
      TransformerBlock(4, heads: 2, dropout: 0.3)
    }
    let live = LiveNetwork(network)
    let tape = Tape()
    defer { tape.release() }
    func output(_ mode: Pass.Mode, seed: Int, step: Int) -> [Float] {
      tape.begin(recording: false)
      return live.pass(on: tape, mode, seed: seed, step: step)(
        tape.constant([1, 2, 3, 8, 7, 6], Shape(2, 3))
      ).values
    }
    #expect(output(.training, seed: 1, step: 2) == output(.sampling, seed: 1, step: 2))
    #expect(output(.training, seed: 1, step: 2) != output(.training, seed: 1, step: 3))
    #expect(output(.training, seed: 1, step: 2) != output(.training, seed: 2, step: 2))
    #expect(output(.evaluation, seed: 1, step: 2) == output(.evaluation, seed: 5, step: 9))
  }
}
