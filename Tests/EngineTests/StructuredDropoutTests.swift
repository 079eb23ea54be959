import Lab
import Testing

@testable import Autograd
@testable import Training

/// Dropout of channels and of blocks beside their closed forms.
@Suite struct StructuredDropoutTests {
  /// The largest deviation, in standard errors, of the mean and the variance of a number, and of the
  /// covariance of two channels, from 1, p / (1 − p) and 0.
  static func spatialDeviation() -> Double {
    let (n, p) = (20000, 0.3)
    let y = masks(SpatialDropout(p: p), Shape(n, 2, 2, 2))
    // What a channel has at one pixel, it has at all.
    for i in 0..<n {
      for place in 0..<8 where y[8 * i + place] != y[8 * i + place % 2] { return .infinity }
    }
    let a = (0..<n).map { Double(y[8 * $0]) }
    let b = (0..<n).map { Double(y[8 * $0 + 1]) }
    let variance = p / (1 - p)
    let mean = a.reduce(0, +) / Double(n)
    let spread = a.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(n)
    let together = zip(a, b).reduce(0) { $0 + ($1.0 - 1) * ($1.1 - 1) } / Double(n)
    // The squared deviation is 1 with probability p and (1 / (1 − p) − 1)² otherwise.
    let rest = variance * variance
    let fourth = p + (1 - p) * rest * rest
    let root = Double(n).squareRoot()
    return largestError(
      abs(mean - 1) / (variance.squareRoot() / root),
      abs(spread - variance) / ((fourth - variance * variance).squareRoot() / root),
      abs(together) / (variance / root))
  }

  /// The largest relative error of the dropped part beside the exact one, and more where that is
  /// above the nominal one (claims X34).
  static func blockError() -> Double {
    var worst = 0.0
    for (size, block, p) in [
      (8, 3, 0.5), (10, 3, 0.25), (7, 7, 0.3), (14, 7, 0.5), (9, 2, 0.1), (6, 1, 0.4),
    ] {
      let exact = exactPart(size, block, p)
      let found = droppedPart(size, block, p)
      guard exact <= p + 1e-12 else { return .infinity }
      worst = largestError(worst, abs(found - exact) / exact)
    }
    return worst
  }

  /// 1 − (1 − γ)^(the number of blocks that cover a pixel), averaged over the pixels.
  private static func exactPart(_ size: Int, _ block: Int, _ p: Double) -> Double {
    let places = size - block + 1
    let gamma = p * Double(size * size) / Double(block * block * places * places)
    func covering(_ i: Int) -> Int { min(i, places - 1) - max(0, i - block + 1) + 1 }
    var total = 0.0
    for i in 0..<size {
      for j in 0..<size {
        var kept = 1.0
        for _ in 0..<covering(i) * covering(j) { kept *= 1 - gamma }
        total += 1 - kept
      }
    }
    return total / Double(size * size)
  }

  private static func droppedPart(_ size: Int, _ block: Int, _ p: Double) -> Double {
    let y = masks(DropBlock2d(p: p, blockSize: block), Shape(500, size, size, 8))
    return Double(y.count { $0 == 0 }) / Double(y.count)
  }

  /// X34: a nominal half in blocks of 7 × 7 drops 0.358 of an image of 14 × 14.
  @Test func theDroppedPartIsBelowTheNominalOne() {
    let exact = Self.exactPart(14, 7, 0.5)
    #expect(abs(exact - 0.358) < 0.0005)
    #expect(abs(Self.droppedPart(14, 7, 0.5) / exact - 1) < 0.04)
  }

  /// What is kept makes up for what is dropped: the mean of a batch of ones stays 1.
  @Test func theMeanOfTheBatchStays() {
    let y = Self.masks(DropBlock2d(p: 0.4, blockSize: 3), Shape(4, 8, 8, 2))
    let mean = y.reduce(0) { $0 + Double($1) } / Double(y.count)
    #expect(abs(mean - 1) < 1e-6)
    #expect(Set(y).count == 2)
  }

  /// Every dropped pixel lies in a whole dropped block.
  @Test func droppedPixelsFormBlocks() {
    let (size, block) = (8, 3)
    let y = Self.masks(DropBlock2d(p: 0.2, blockSize: block), Shape(1, size, size, 1))
    func isDropped(_ top: Int, _ left: Int) -> Bool {
      (0..<block).allSatisfy { i in
        (0..<block).allSatisfy { j in y[(top + i) * size + left + j] == 0 }
      }
    }
    for i in 0..<size {
      for j in 0..<size where y[i * size + j] == 0 {
        let inBlock = (max(0, i - block + 1)...min(i, size - block)).contains { top in
          (max(0, j - block + 1)...min(j, size - block)).contains { isDropped(top, $0) }
        }
        #expect(inBlock)
      }
    }
    #expect(y.contains(0))
  }

  @Test func nothingIsDroppedInEvaluation() {
    let network = Network(seed: 1) {
      Unflatten(4, 4, 1)
      DropBlock2d(p: 0.5, blockSize: 2)
      SpatialDropout(p: 0.5)
    }
    let x = (0..<16).map { Float($0) }
    let examples = LabeledExamples(features: 16, classes: 1, inputs: x, labels: [0])
    #expect(network.outputs(for: examples) == x)
  }

  /// What a layer makes of ones in training.
  private static func masks(_ layer: some Layer, _ shape: Shape) -> [Float] {
    let live = LiveNetwork(Network(seed: 1) { layer })
    let tape = Tape()
    defer { tape.release() }
    let ones = tape.constant([Float](repeating: 1, count: shape.count), shape)
    return live.pass(on: tape, .training, seed: 3)(ones).values
  }
}
