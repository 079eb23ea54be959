import Autograd
import Kernels
import Numerics
import Testing

/// The fast kernels beside the definition written as plain loops: the same bits.
@Suite struct KernelTests {
  static func numbers(_ count: Int, _ seed: Int) -> [Real] {
    var random = RandomStream(seed: seed, "kernel test")
    return (0..<count).map { _ in Real(random.normal()) }
  }

  static let sizes: [(m: Int, k: Int, n: Int)] = [
    (1, 1, 1), (3, 5, 7), (4, 8, 16), (5, 9, 17), (8, 64, 33), (32, 64, 64), (32, 64, 10),
    (29, 64, 10), (13, 100, 50), (2, 0, 3), (0, 4, 4),
  ]

  @Test(arguments: 0..<sizes.count)
  func productsHaveTheBitsOfTheDefinition(_ index: Int) {
    let (m, k, n) = Self.sizes[index]
    let a = Self.numbers(m * k, 1)
    let b = Self.numbers(k * n, 2)
    let start = Self.numbers(m * n, 3)
    var expected = start
    for i in 0..<m {
      for j in 0..<n {
        for t in 0..<k { expected[i * n + j] += a[i * k + t] * b[t * n + j] }
      }
    }
    let transposed = (0..<k * m).map { a[($0 % m) * k + $0 / m] }
    for (matrix, row, column) in [(a, k, 1), (transposed, 1, m)] {
      var c = start
      c.withUnsafeMutableBufferPointer { c in
        matrix.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else {
              return
            }
            multiplyAdd(
              Strided(a, row: row, column: column), Strided(b, row: n), into: c, m: m, k: k, n: n)
          }
        }
      }
      #expect(c == expected)
    }
  }

  @Test(arguments: [0, 1, 31, 32, 33, 100, 1000])
  func sumsFollowTheFixedTree(_ n: Int) {
    let x = Self.numbers(max(n, 1), n)
    var lanes = [Real](repeating: 0, count: 32)
    for i in 0..<n { lanes[i % 32] += x[i] }
    for width in [16, 8, 4, 2, 1] { for l in 0..<width { lanes[l] += lanes[l + width] } }
    #expect(sum(x, n) == lanes[0])
  }

  @Test func notANumberIsNeverHidden() {
    var x: [Real] = [1, .nan, -1]
    var y = x
    rectify(x, into: &y, 3)
    #expect(y[1].isNaN && y[0] == 1 && y[2] == 0)
    softmax(x, into: &y, rows: 1, columns: 3)
    #expect(y.allSatisfy { $0.isNaN })
    x = [1000, -1000, 0]
    softmax(x, into: &y, rows: 1, columns: 3)
    #expect(y == [1, 0, 0])
  }

  @Test func softThresholdStopsAtZero() {
    var w: [Real] = [-2, -0.5, -0.25, 0, 0.25, 0.5, 2]
    softThreshold(&w, 0.5, 7)
    #expect(w == [-1.5, 0, 0, 0, 0, 0, 1.5])
    softThreshold(&w, 0.5, dividedBy: 2, 7)
    #expect(w == [-0.5, 0, 0, 0, 0, 0, 0.5])
    w[0] = .nan
    softThreshold(&w, 0.5, 7)
    clamp(&w, to: 0.25, 7)
    #expect(w[0].isNaN && w[6] == 0)
  }
}
