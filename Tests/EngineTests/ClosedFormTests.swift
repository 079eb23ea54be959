import Lab
import Testing

/// What claims.md calls exact of linear models: X02, X14 (a), X29.
@Suite struct ClosedFormTests {
  static func task(_ seed: Int, scales: [Double]) -> (x: Matrix, y: Vector, truth: Vector) {
    var random = RandomStream(seed: seed, "closed form")
    let truth = Vector(scales.map { _ in random.normal() })
    let x = Matrix(rows: 40, columns: scales.count) { scales[$1] * random.normal() }
    return (x, x * truth + Vector((0..<40).map { _ in random.normal() }), truth)
  }

  /// A design whose XᵀX/n is the identity.
  static func isotropic(_ columns: Int) -> Matrix {
    let x = task(1, scales: [Double](repeating: 1, count: columns)).x
    let (values, q) = (1 / 40 * (x.transposed * x)).symmetricEigen()
    let roots = Vector(values.map { 1 / $0.squareRoot() })
    return x * (q * Matrix(diagonal: roots) * q.transposed)
  }

  @Test func ridgeShrinksEachDirectionByItsEigenvalue() {
    let (x, y, _) = Self.task(1, scales: [1, 2, 0.5, 0.1, 3])
    let (values, q) = (1 / 40 * (x.transposed * x)).symmetricEigen()
    let free = q.transposed * minimumNorm(x, y)
    var norms: [Double] = []
    for lambda in [0, 0.1, 1, 10, 100] {
      let w = ridge(x, y, lambda)
      let expected = Vector(zip(values, free).map { $0 / ($0 + lambda) * $1 })
      #expect((q.transposed * w - expected).largestMagnitude <= 1e-12)
      norms.append(w.norm)
    }
    #expect(zip(norms, norms.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func earlyStoppingIsRidgeWithItsMatrix() {
    let (x, y, _) = Self.task(2, scales: [1, 1.5, 0.5, 0.1, 1])
    let rate = 0.1
    var w = Vector(count: 5)
    for k in 1...200 {
      w -= rate * (x.transposed * (x * w - y) / 40)
      #expect((gradientDescent(x, y, learningRate: rate, steps: k) - w).largestMagnitude <= 1e-12)
      let q = equivalentRidge(x, learningRate: rate, steps: k)
      #expect((ridge(x, y, q) - w).largestMagnitude <= 1e-12)
    }
  }

  @Test func oneLambdaIsEnoughWhereEigenvaluesAgreeOnly() {
    /// The smallest distance, relative to the weights, of a ridge solution from 20 steps of descent.
    func distance(_ x: Matrix, _ y: Vector) -> Double {
      let w = gradientDescent(x, y, learningRate: 0.05, steps: 20)
      return stride(from: -4.0, through: 2, by: 0.001).map {
        (ridge(x, y, pow(10, $0)) - w).norm / w.norm
      }.min()!
    }
    let (x, y, _) = Self.task(3, scales: [2, 1, 0.5, 0.2, 0.1])
    let even = Self.isotropic(5)
    let lambda = equivalentRidge(even, learningRate: 0.05, steps: 20)[0, 0]
    let w = gradientDescent(even, y, learningRate: 0.05, steps: 20)
    #expect((ridge(even, y, lambda) - w).norm < 1e-4 * w.norm)
    #expect(distance(x, y) > 0.05)
  }

  @Test func gradientFlowRisksLittleMoreThanRidge() {
    // The excess risks along the eigenvectors, for time t and λ = 1/t (Ali et al. 2019, theorem 1).
    var worst = 0.0
    for seed in 1...20 {
      let (x, _, truth) = Self.task(seed, scales: [3, 2, 1, 0.7, 0.3, 0.1, 0.05])
      let (values, q) = (1 / 40 * (x.transposed * x)).symmetricEigen()
      let signal = q.transposed * truth
      for step in 0..<200 {
        let t = pow(10, Double(step) / 40 - 2)
        var (flow, ridge) = (0.0, 0.0)
        for (s, b) in zip(values, signal) {
          let left = exp(-t * s)
          flow += b * b * left * left + (1 - left) * (1 - left) / s / 40
          let shrunk = 1 / (1 + t * s)
          ridge += b * b * shrunk * shrunk + (1 - shrunk) * (1 - shrunk) / s / 40
        }
        worst = max(worst, flow / ridge)
      }
    }
    #expect(worst > 1 && worst <= 1.69, "\(worst)")
  }

  @Test func theMinimumNormSolutionIsTheLimitOfRidgeAndOfDescent() {
    var random = RandomStream(seed: 4, "wide")
    let x = Matrix(rows: 5, columns: 9) { _, _ in random.normal() }
    let y = Vector((0..<5).map { _ in random.normal() })
    let w = minimumNorm(x, y)
    #expect((x * w - y).largestMagnitude <= 1e-12)
    #expect((ridge(x, y, 1e-9) - w).largestMagnitude <= 1e-6)
    let descent = gradientDescent(x, y, learningRate: 0.1, steps: 1_000_000)
    #expect((descent - w).largestMagnitude <= 1e-9)
  }

  @Test func risksOfClaimX29() {
    func risk(_ ratio: Double) -> Double { ridgelessRisk(ratio: ratio, signal: 1, noise: 0.25) }
    #expect(risk(0.5) == 0.25 && risk(2) == 0.75 && abs(risk(5) - 0.8625) <= 1e-15)
    #expect(abs(risk(0.9) - 2.25) <= 1e-12 && abs(risk(1.1) - 2.59) <= 0.002)
    #expect(risk(1) == .infinity)
    #expect(ridgelessRisk(ratio: 1, signal: 1, noise: 0) == 0)
  }
}
