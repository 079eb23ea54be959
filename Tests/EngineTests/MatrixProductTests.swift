import Autograd
import Kernels
import Testing

/// The tiled product beside three loops, for every way to read its factors and to begin its sums, and
/// for sizes that leave something over everywhere: the same bits.
@Suite struct MatrixProductTests {
  static let sizes: [(m: Int, k: Int, n: Int)] = [
    (1, 1, 1), (7, 3, 5), (9, 17, 33), (29, 64, 10), (32, 64, 64), (5, 700, 47), (300, 5, 3),
    (18, 300, 130), (40, 260, 50), (2, 0, 3), (2, 0, 40), (0, 4, 4), (64, 32, 10), (48, 20, 43),
    (1024, 8, 9), (16, 0, 3),
  ]
  static let starts = ["zero", "sum", "row"]

  @Test(arguments: 0..<sizes.count, starts)
  func hasTheBitsOfTheDefinition(_ index: Int, _ start: String) {
    let (m, k, n) = Self.sizes[index]
    let a = Buffer(KernelTests.numbers(m * k, 1))
    let b = Buffer(KernelTests.numbers(k * n, 2))
    let bias = Buffer(KernelTests.numbers(n, 3))
    // Rows of c lie further apart than they are long; what is between must stay.
    let row = n + 3
    let before = KernelTests.numbers(m * row, 4)
    var expected = before
    for i in 0..<m {
      for j in 0..<n {
        var sum = start == "zero" ? 0 : start == "sum" ? before[i * row + j] : bias.base[j]
        for t in 0..<k { sum += a.base[i * k + t] * b.base[t * n + j] }
        expected[i * row + j] = sum
      }
    }
    let aTurned = Buffer(Self.turned(a.values, m, k))
    let bTurned = Buffer(Self.turned(b.values, k, n))
    for aIsTurned in [false, true] {
      for bIsTurned in [false, true] {
        var c = before
        multiplyAdd(
          aIsTurned
            ? Strided(aTurned.base, row: 1, column: m) : Strided(a.base, row: k),
          bIsTurned
            ? Strided(bTurned.base, row: 1, column: k) : Strided(b.base, row: n), into: &c,
          row: row,
          startingFrom: start == "zero" ? .zero : start == "sum" ? .sum : .row(bias.base), m: m,
          k: k, n: n)
        #expect(c == expected, "a turned: \(aIsTurned), b turned: \(bIsTurned)")
      }
    }
  }

  @Test(arguments: [(1, 1), (4, 4), (5, 9), (33, 10), (64, 64), (3, 18)])
  func transposes(_ rows: Int, _ columns: Int) {
    let x = KernelTests.numbers(rows * columns, 5)
    var found = [Real](repeating: 0, count: rows * columns)
    transpose(x, into: &found, rows: rows, columns: columns)
    #expect(found == Self.turned(x, rows, columns))
  }

  private static func turned(_ x: [Real], _ rows: Int, _ columns: Int) -> [Real] {
    (0..<columns * rows).map { x[($0 % rows) * columns + $0 / rows] }
  }
}
