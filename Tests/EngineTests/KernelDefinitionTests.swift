import Kernels
import Numerics
import Testing

/// Reductions, softmax, activations and updates beside their definitions written as plain loops over
/// arrays: the same bits, for sizes around those of vectors.
@Suite struct KernelDefinitionTests {
  static let sizes = [1, 3, 8, 17, 32, 33, 100, 1000]

  /// Numbers of all sizes, with zeros of both signs among them.
  static func numbers(_ count: Int, _ seed: Int) -> [Real] {
    var x = KernelTests.numbers(count, seed)
    for i in x.indices where i % 5 == 3 { x[i] = i % 2 == 0 ? 0 : -0.0 }
    return x
  }

  /// The sum of 32 lanes as a tree.
  static func tree(_ terms: [Real]) -> Real {
    var lanes = [Real](repeating: 0, count: 32)
    for (i, term) in terms.enumerated() { lanes[i % 32] += term }
    for width in [16, 8, 4, 2, 1] { for l in 0..<width { lanes[l] += lanes[l + width] } }
    return lanes[0]
  }

  @Test(arguments: sizes)
  func reductions(_ n: Int) {
    let (x, y) = (Self.numbers(n, 1), Self.numbers(n, 2))
    #expect(sum(x, n) == Self.tree(x))
    #expect(sumOfSquares(x, n) == Self.tree(x.map { $0 * $0 }))
    #expect(sumOfMagnitudes(x, n) == Self.tree(x.map(abs)))
    let differences = zip(x, y).map { ($0 - $1) * ($0 - $1) }
    #expect(sumOfSquaredDifferences(x, y, n) == Self.tree(differences))
  }

  @Test(arguments: sizes)
  func columnSumsRunOverTheRows(_ columns: Int) {
    let x = Self.numbers(7 * columns, 3)
    var found = Self.numbers(columns, 4)
    var expected = found
    for i in 0..<7 { for j in 0..<columns { expected[j] += x[i * columns + j] } }
    addColumnSums(x, into: &found, rows: 7, columns: columns)
    #expect(found == expected)
  }

  @Test(arguments: sizes)
  func softmaxOfRows(_ columns: Int) {
    let x = Self.numbers(3 * columns, 5)
    var found = x
    softmax(x, into: &found, rows: 3, columns: columns)
    var gradient = [Real](repeating: 1, count: 3 * columns)
    let direction = Self.numbers(3 * columns, 6)
    addSoftmaxGradient(direction, found, into: &gradient, rows: 3, columns: columns)
    for i in 0..<3 {
      let row = i * columns..<(i + 1) * columns
      let top = x[row].max()!
      let powers = x[row].map { Numerics.exp($0 - top) }
      var total: Real = 0
      for power in powers { total += power }
      let expected = powers.map { $0 / total }
      #expect(Array(found[row]) == expected)
      var dot: Real = 0
      for (g, y) in zip(direction[row], expected) { dot += g * y }
      #expect(Array(gradient[row]) == zip(direction[row], expected).map { 1 + $1 * ($0 - dot) })
    }
  }

  @Test(arguments: sizes)
  func crossEntropies(_ columns: Int) {
    let x = Self.numbers(4 * columns, 7)
    let labels = (0..<4).map { Int32($0 * 5 % columns) }
    var losses = [Real](repeating: 0, count: 4)
    crossEntropy(x, labels: labels, into: &losses, rows: 4, columns: columns)
    for i in 0..<4 {
      let row = x[i * columns..<(i + 1) * columns]
      let top = row.max()!
      var total: Real = 0
      for v in row { total += Numerics.exp(v - top) }
      #expect(losses[i] == Numerics.log(total) - (row[row.startIndex + Int(labels[i])] - top))
    }
  }

  /// A function of n numbers, and the same for one.
  typealias Elementwise = (
    name: String, fast: @Sendable (UnsafePointer<Real>, UnsafeMutablePointer<Real>, Int) -> Void,
    slow: @Sendable (Real) -> Real
  )

  static let elementwise: [Elementwise] = [
    ("rectify", { rectify($0, into: $1, $2) }, { $0 < 0 ? 0 : $0 }),
    ("leakyRectify", { leakyRectify($0, slope: 0.2, into: $1, $2) }, { $0 > 0 ? $0 : 0.2 * $0 }),
    ("sigmoid", { sigmoid($0, into: $1, $2) }, { Numerics.sigmoid($0) }),
    ("tanh", { tanh($0, into: $1, $2) }, { Numerics.tanh($0) }),
    (
      "gelu", { gelu($0, into: $1, $2) },
      { $0 * (0.5 * (1 + Numerics.erf($0 * 0.7071067811865476))) }
    ),
    ("scale", { scale($0, by: -1.7, into: $1, $2) }, { -1.7 * $0 }),
  ]

  @Test(arguments: 0..<elementwise.count, sizes)
  func elementByElement(_ index: Int, _ n: Int) {
    let (name, fast, slow) = Self.elementwise[index]
    let x = Self.numbers(n, 8).map { 3 * $0 }
    var found = x
    fast(x, &found, n)
    #expect(found.map(\.bitPattern) == x.map { slow($0).bitPattern }, "\(name)")
  }

  /// What is added to n numbers for two arrays, and the same for one number.
  typealias Accumulation = (
    name: String,
    fast:
      @Sendable (
        UnsafePointer<Real>, UnsafePointer<Real>, UnsafeMutablePointer<Real>, Int
      ) -> Void, slow: @Sendable (Real, Real, Real) -> Real
  )

  static let accumulations: [Accumulation] = [
    ("addProduct", { addProduct($0, $1, into: $2, $3) }, { $2 + $0 * $1 }),
    ("addScaled", { addScaled($0, by: 0.3, into: $2, $3) }, { a, _, out in out + 0.3 * a }),
    ("addWherePositive", { addWherePositive($0, $1, into: $2, $3) }, { $2 + ($1 > 0 ? $0 : 0) }),
    (
      "addSigmoidGradient", { addSigmoidGradient($0, $1, into: $2, $3) },
      { $2 + $0 * ($1 * (1 - $1)) }
    ),
    ("addTanhGradient", { addTanhGradient($0, $1, into: $2, $3) }, { $2 + $0 * (1 - $1 * $1) }),
    (
      "addLeakyGradient", { addLeakyGradient($0, $1, slope: 0.2, into: $2, $3) },
      { $2 + ($1 > 0 ? $0 : 0.2 * $0) }
    ),
    (
      "addGELUGradient", { addGELUGradient($0, $1, into: $2, $3) },
      { g, x, out in
        let below = 0.5 * (1 + Numerics.erf(x * 0.7071067811865476))
        let density = 0.3989422804014327 * Numerics.exp(-0.5 * x * x)
        return out + g * (below + x * density)
      }
    ),
    (
      "descend", { g, _, w, n in descend(w, along: g, rate: 0.1, .none, n) },
      { g, _, w in w - 0.1 * g }
    ),
    (
      "addL1Subgradient", { w, _, g, n in addL1Subgradient(of: w, 0.1, into: g, n) },
      { w, _, g in g + (w > 0 ? 0.1 : w < 0 ? -0.1 : 0) }
    ),
    (
      "softThreshold", { _, _, w, n in softThreshold(w, 0.4, n) },
      { _, _, w in w > 0.4 ? w - 0.4 : w < -0.4 ? w + 0.4 : 0 }
    ),
  ]

  @Test(arguments: 0..<accumulations.count, sizes)
  func addedElementByElement(_ index: Int, _ n: Int) {
    let (name, fast, slow) = Self.accumulations[index]
    let (a, b, start) = (Self.numbers(n, 9), Self.numbers(n, 10), Self.numbers(n, 11))
    var found = start
    fast(a, b, &found, n)
    #expect(found == (0..<n).map { slow(a[$0], b[$0], start[$0]) }, "\(name)")
  }
}
