import Autograd
import Numerics

/// A linear regression task: y = X w + noise.
public struct Regression: Sendable {
  /// The inputs, one example a row.
  public var x: Matrix
  /// The targets.
  public var y: Vector
  /// The weights that made the targets; nil for measured data.
  public var truth: Vector?
  /// The names of the columns of `x`.
  public var names: [String]

  /// Creates a task. Columns are named `x0`, `x1`, … by default.
  public init(x: Matrix, y: Vector, truth: Vector? = nil, names: [String]? = nil) {
    require(x.rows == y.count, "\(x.rows) examples need as many targets, not \(y.count)")
    self.x = x
    self.y = y
    self.truth = truth
    self.names = names ?? (0..<x.columns).map { "x\($0)" }
  }

  /// Normal inputs and a truth of which `nonzeros` weights differ from zero.
  ///
  /// - Parameters:
  ///   - examples: How many rows.
  ///   - features: How many columns.
  ///   - nonzeros: How many weights are not zero, all of them for a dense truth. They are normal
  ///     with variance 1 and stand first.
  ///   - noise: The standard deviation of the normal noise on y.
  ///   - seed: Decides inputs, truth and noise.
  public static func synthetic(
    examples: Int, features: Int, nonzeros: Int, noise: Double, seed: Int
  ) -> Regression {
    require(
      examples >= 1 && features >= 1 && nonzeros >= 0 && nonzeros <= features && noise >= 0,
      "a task needs examples, features, nonzeros up to the features, and noise of at least 0")
    var weights = RandomStream(seed: seed, "regression truth")
    var inputs = RandomStream(seed: seed, "regression inputs")
    var errors = RandomStream(seed: seed, "regression noise")
    let truth = Vector((0..<features).map { $0 < nonzeros ? weights.normal() : 0 })
    let x = Matrix(rows: examples, columns: features) { _, _ in inputs.normal() }
    let y = x * truth + Vector((0..<examples).map { _ in noise * errors.normal() })
    return Regression(x: x, y: y, truth: truth)
  }

  /// The first `count` examples to learn from and the others to judge by.
  public func split(first count: Int) -> (train: Regression, test: Regression) {
    require(count >= 0 && count <= x.rows, "\(count) examples were asked for of \(x.rows)")
    func part(_ rows: Range<Int>) -> Regression {
      Regression(x: x.rows(rows), y: Vector(y.elements[rows]), truth: truth, names: names)
    }
    return (part(0..<count), part(count..<x.rows))
  }

  /// The mean squared error of the weights `w` on these examples.
  public func meanSquaredError(_ w: Vector) -> Double {
    let residual = x * w - y
    return residual.dot(residual) / Double(y.count)
  }
}
