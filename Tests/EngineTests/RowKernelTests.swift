import Numerics
import Testing

@testable import Kernels

/// Kernels that work on many rows or channels at once, beside plain loops over one: the same bits.
@Suite struct RowKernelTests {
  static let shapes = [
    (1, 1), (3, 10), (32, 10), (33, 10), (70, 3), (100, 32), (5, 400), (40, 500),
  ]

  @Test(arguments: shapes)
  func softmaxOfShortRowsIsThatOfLongOnes(_ rows: Int, _ columns: Int) {
    var x = KernelDefinitionTests.numbers(rows * columns, 12)
    if rows > 2 { x[2 * columns] = .nan }
    var (found, expected) = (x, x)
    softmax(x, into: &found, rows: rows, columns: columns)
    softmaxOfLongRows(x, into: &expected, rows: rows, columns: columns)
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test(arguments: shapes)
  func crossEntropyOfShortRows(_ rows: Int, _ columns: Int) {
    let x = KernelDefinitionTests.numbers(rows * columns, 13)
    let labels = (0..<rows).map { Int32($0 * 7 % columns) }
    var losses = [Real](repeating: 0, count: rows)
    var p = [Real](repeating: 0, count: rows * columns)
    crossEntropy(x, labels: labels, into: &losses, softmax: &p, rows: rows, columns: columns)
    var expected = p
    softmaxOfLongRows(x, into: &expected, rows: rows, columns: columns)
    #expect(p == expected)
    for i in 0..<rows {
      let row = x[i * columns..<(i + 1) * columns]
      let top = row.max()!
      var total: Real = 0
      for v in row { total += Numerics.exp(v - top) }
      #expect(losses[i] == Numerics.log(total) - (row[row.startIndex + Int(labels[i])] - top))
    }
  }

  @Test(arguments: [(1, 7, false), (32, 32, false), (32, 32, true), (65, 65, true), (9, 9, true)])
  func scoresBecomeWeights(_ rows: Int, _ columns: Int, _ causal: Bool) {
    let x = KernelTests.numbers(rows * columns, 14)
    var found = x
    softmaxOfScores(&found, scale: 0.25, causal: causal, rows: rows, columns: columns)
    for i in 0..<rows {
      let seen = causal ? i + 1 : columns
      let scores = x[i * columns..<i * columns + seen].map { 0.25 * $0 }
      var expected = [Real](repeating: 0, count: columns)
      softmaxOfLongRows(scores, into: &expected, rows: 1, columns: seen)
      #expect(Array(found[i * columns..<(i + 1) * columns]) == expected)
    }
  }

  /// Among equals the first; not-a-number is the largest.
  @Test(arguments: [1, 5, 16, 19, 32], [1, 2])
  func pools(_ channels: Int, _ stride: Int) {
    let extents = PoolingExtents(
      batch: 2, height: 5, width: 6, channels: channels, windowHeight: 2, windowWidth: 3,
      stride: stride)
    var x = KernelDefinitionTests.numbers(2 * 5 * 6 * channels, 15)
    x[7 * channels] = .nan
    let count = 2 * extents.rows * extents.columns * channels
    var (found, places) = ([Real](repeating: 0, count: count), [Int32](repeating: 0, count: count))
    maxPool(x, into: &found, places: &places, extents)
    for i in 0..<count {
      let (pixel, c) = i.quotientAndRemainder(dividingBy: channels)
      var best = extents.window(pixel) + c
      for ky in 0..<2 {
        for kx in 0..<3 {
          let place = extents.window(pixel) + (ky * 6 + kx) * channels + c
          if x[place] > x[best] || x[place].isNaN { best = place }
        }
      }
      #expect(Int(places[i]) == best && found[i].bitPattern == x[best].bitPattern)
    }
  }

  /// The logarithm in vectors is that of doubles, rounded.
  @Test func logarithms() {
    var x: [Float] = [
      0, -0.0, -1, .infinity, .nan, 1, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    var random = RandomStream(seed: 16, "logarithms")
    for _ in 0..<1000 { x.append(Float(bitPattern: random.bits() >> 1)) }
    for v in x {
      let expected = Float(Numerics.log(Double(v)))
      #expect(
        Numerics.log(v).bitPattern == expected.bitPattern || Numerics.log(v).isNaN && expected.isNaN
      )
    }
  }
}
