import Lab
import Testing

@testable import Autograd
@testable import Training

/// Stochastic depth beside its closed forms (claims X13).
@Suite struct StochasticDepthTests {
  /// The average of training over both outcomes, weighted with their probabilities, beside the
  /// evaluation, for both places where the expectation is corrected. Exact without an activation.
  static func expectationError(_ mode: StochasticDepth.Mode) -> Double {
    var worst = 0.0
    for scaling in [StochasticDepth.Scaling.training, .evaluation] {
      let outcomes = Outcomes(StochasticDepth(p: 0.3, mode: mode, scaling: scaling), nil)
      let mean = zip(outcomes.kept, outcomes.dropped).map { 0.7 * Double($0) + 0.3 * Double($1) }
      worst = largestError(worst, relativeError(outcomes.evaluated, mean))
    }
    return worst
  }

  /// The largest difference to the closed form of the expected number of blocks.
  static func linearDecayError() -> Double {
    (1...60).map { blocks in
      let rates = StochasticDepth.linear(blocks: blocks).map(\.p)
      let alive = rates.reduce(0) { $0 + (1 - $1) }
      return abs(alive - Double(3 * blocks - 1) / 4)
    }.largestError
  }

  @Test func theFirstBlockIsDroppedLeastAndTheLastMost() {
    let rates = StochasticDepth.linear(blocks: 4, last: 0.2).map(\.p)
    #expect(relativeError(rates.map { Float($0) }, [0.05, 0.1, 0.15, 0.2]) < 1e-6)
  }

  /// X13 (a), Jensen: with a rectifier after the sum the average of training is at least the
  /// evaluation, and above it somewhere.
  @Test func theRectifierRaisesTheAverage() {
    let outcomes = Outcomes(StochasticDepth(p: 0.3, scaling: .evaluation), ReLU())
    let gaps: [Double] = outcomes.evaluated.indices.map { i in
      let mean = 0.7 * Double(outcomes.kept[i]) + 0.3 * Double(outcomes.dropped[i])
      return mean - Double(outcomes.evaluated[i])
    }
    #expect(gaps.allSatisfy { $0 >= -1e-6 })
    #expect(gaps.contains { $0 > 1e-3 })
  }

  /// The share of blocks that stay over many steps, within five standard errors of (3 L − 1) / 4 of L.
  @Test func blocksThatStay() {
    let (blocks, steps) = (12, 4000)
    let network = Network(seed: 1) {
      for depth in StochasticDepth.linear(blocks: blocks) {
        Residual(depth: depth) { Linear(1, 1) }
      }
    }
    let live = LiveNetwork(network)
    let tape = Tape()
    defer { tape.release() }
    var alive = 0
    for step in 0..<steps {
      tape.begin()
      _ = live.pass(on: tape, .training, seed: 1, step: step)(tape.constant([1], Shape(1, 1)))
      // A dropped block is not computed: it leaves no product on the tape.
      alive += (0..<tape.state.pointee.count).count {
        tape.state.pointee.lines[$0].operation == .linear
      }
    }
    let variance = (1...blocks).reduce(0.0) {
      let p = Double($1) / Double(blocks) * 0.5
      return $0 + p * (1 - p)
    }
    let mean = Double(alive) / Double(steps)
    #expect(abs(mean - 35.0 / 4) <= 5 * (variance / Double(steps)).squareRoot(), "\(mean)")
  }

  /// Examples are dropped on their own: each row is either the input or kept, and both occur.
  @Test func rowsAreDroppedOnTheirOwn() {
    let network = Network(seed: 1) {
      Residual(depth: StochasticDepth(p: 0.3, mode: .row)) { Linear(2, 2) }
    }
    let live = LiveNetwork(network)
    let tape = Tape()
    defer { tape.release() }
    let n = 20000
    let x = tape.constant([Float](repeating: 1, count: 2 * n), Shape(n, 2))
    let y = live.pass(on: tape, .training, seed: 1)(x).values
    let dropped = (0..<n).count { y[2 * $0] == 1 && y[2 * $0 + 1] == 1 }
    let error = (0.3 * 0.7 / Double(n)).squareRoot()
    #expect(abs(Double(dropped) / Double(n) - 0.3) <= 5 * error)
  }

  /// The outputs of a block where it stays, where it is dropped, and in evaluation.
  private struct Outcomes {
    var kept: [Float] = []
    var dropped: [Float] = []
    let evaluated: [Float]

    init(_ depth: StochasticDepth, _ activation: (any Layer)?) {
      let network = Network(seed: 1) {
        Residual(depth: depth, activation: activation) { Linear(8, 8) }
      }
      let live = LiveNetwork(network)
      var random = RandomStream(seed: 2, "outcomes")
      // The input is what a rectifier leaves: not negative.
      let x = (0..<8).map { _ in Float(abs(random.normal()) / 4) }
      let tape = Tape()
      defer { tape.release() }
      func run(_ mode: Pass.Mode, _ step: Int) -> [Float] {
        tape.begin()
        return live.pass(on: tape, mode, seed: 1, step: step)(tape.constant(x, Shape(1, 8))).values
      }
      evaluated = run(.evaluation, 0)
      for step in 0..<100 {
        let y = run(.training, step)
        if y == x { dropped = y } else { kept = y }
      }
    }
  }
}
