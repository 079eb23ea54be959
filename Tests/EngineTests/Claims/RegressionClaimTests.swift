import Lab
import Testing

/// The rows of the claims' table that linear models decide.
@Suite struct RegressionClaimTests {
  /// X03: with a column twice, the elastic net gives both one weight and still has exact zeros; the
  /// lasso keeps what it began with.
  @Test(arguments: 1...3)
  func elasticNetGroupsAndSelects(_ seed: Int) {
    let task = Regression.synthetic(
      examples: 100, features: 50, nonzeros: 5, noise: 0.5, seed: seed)
    let x = Matrix(rows: 100, columns: 50) { task.x[$0, $1 == 1 ? 0 : $1] }
    let y = task.y + 2 * x.column(0)
    var start = Vector(count: 50)
    start[0] = 3
    let both = elasticNet(x, y, l1: 0.2, l2: 0.5, start: start, tolerance: 1e-13)
    #expect(abs(both[0] - both[1]) <= 1e-8 && both[0] != 0)
    #expect(both.zeros > 0)
    let one = lasso(x, y, 0.2, start: start)
    #expect(abs(one[0] - one[1]) > 0.1)
  }

  /// X26b: a ridge that leaves the intercept alone does as well at every offset of y; one that
  /// penalises it does not.
  @Test(arguments: 1...3)
  func interceptsAreLeftAlone(_ seed: Int) {
    let task = Regression.synthetic(examples: 60, features: 5, nonzeros: 5, noise: 0.2, seed: seed)
    let centred = Matrix(rows: 60, columns: 5) { task.x[$0, $1] - task.x.column($1).mean }
    let withOnes = Matrix(rows: 60, columns: 6) { $1 < 5 ? task.x[$0, $1] : 1 }
    func errors(_ offset: Double) -> (free: Double, penalised: Double) {
      let y = task.y + Vector(repeating: offset, count: 60)
      let target = y - Vector(repeating: y.mean, count: 60)
      let free = centred * ridge(centred, target, 0.1) - target
      let penalised = withOnes * ridge(withOnes, y, 0.1) - y
      return (free.dot(free) / 60, penalised.dot(penalised) / 60)
    }
    let (none, ten, hundred) = (errors(0), errors(10), errors(100))
    #expect(abs(none.free - ten.free) <= 1e-9 && abs(none.free - hundred.free) <= 1e-9)
    #expect(ten.penalised >= 10 * none.penalised && hundred.penalised >= 10 * ten.penalised)
  }

  /// X28: the lasso wins by far where few weights count, ridge where all do, each at its best
  /// strength. Both truths have the length √20.
  @Test(arguments: 1...5)
  func theTruthDecidesBetweenLassoAndRidge(_ seed: Int) {
    func risks(nonzeros: Int) -> (lasso: Double, ridge: Double) {
      let shape = Regression.synthetic(
        examples: 60, features: 100, nonzeros: nonzeros, noise: 0, seed: seed)
      var random = RandomStream(seed: seed, "noise")
      let truth = (20 / Double(nonzeros)).squareRoot() * shape.truth!.signs
      let y = shape.x * truth + Vector((0..<60).map { _ in random.normal() })
      // With independent inputs of variance 1 the risk is the distance to the truth.
      func risk(_ w: Vector) -> Double { (w - truth).dot(w - truth) }
      let strengths = (0...12).map { pow(10, -2 + Double($0) / 4) }
      return (
        strengths.map { risk(lasso(shape.x, y, $0)) }.min()!,
        strengths.map { risk(ridge(shape.x, y, $0)) }.min()!
      )
    }
    let sparse = risks(nonzeros: 5)
    #expect(sparse.lasso < 0.3 * sparse.ridge)
    let dense = risks(nonzeros: 100)
    #expect(dense.ridge < dense.lasso)
  }

  /// X29: least squares on random features is at its worst where there are as many features as
  /// examples, and good again beyond; with the best ridge penalty more features never hurt.
  @Test func doubleDescentAndItsCure() {
    let sizes = [50, 100, 400, 1000]
    let seeds = 1...10
    let runs = seeds.map { RandomFeatures(examples: 100, seed: $0) }
    func median(_ values: [Double]) -> Double {
      let sorted = values.sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
    let free = sizes.prefix(3).map { p in median(runs.map { $0.risk(features: p, [0]) }) }
    #expect(free[1] >= 20 * free[0] && free[1] >= 20 * free[2], "\(free)")
    let strengths = (0...8).map { pow(10, Double($0) / 2 - 3) }
    let tuned = sizes.map { p in median(runs.map { $0.risk(features: p, strengths) }) }
    #expect(zip(tuned, tuned.dropFirst()).allSatisfy { $0 > $1 }, "\(tuned)")
  }
}

/// A linear truth in 20 dimensions, learned from rectified random projections.
private struct RandomFeatures {
  let train: Regression
  let test: Regression
  let seed: Int

  init(examples: Int, seed: Int) {
    self.seed = seed
    let task = Regression.synthetic(
      examples: examples + 400, features: 20, nonzeros: 20, noise: 2, seed: seed)
    (train, test) = task.split(first: examples)
  }

  /// The squared error on new examples (their noise left out of it), at the best of some penalties.
  func risk(features: Int, _ strengths: [Double]) -> Double {
    var random = RandomStream(seed: seed, "random features")
    let projection = Matrix(rows: 20, columns: features) { _, _ in
      random.normal() / 20.0.squareRoot()
    }
    func lifted(_ x: Matrix) -> Matrix {
      let z = x * projection
      let scale = 1 / Double(features).squareRoot()
      return Matrix(rows: z.rows, columns: z.columns, z.elements.map { scale * max($0, 0) })
    }
    let (phi, new) = (lifted(train.x), lifted(test.x))
    let truth = test.x * test.truth!
    let transposed = phi.transposed
    let gram = features < phi.rows ? transposed * phi : phi * transposed
    return strengths.map { strength in
      let system = gram + strength * Matrix.identity(gram.rows)
      let w =
        features < phi.rows
        ? system.solve(transposed * train.y) : transposed * system.solve(train.y)
      let residual = new * w - truth
      return residual.dot(residual) / Double(truth.count)
    }.min()!
  }
}
