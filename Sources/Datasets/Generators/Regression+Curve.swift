import Autograd
import Numerics

extension Regression {
  /// Points of a curve under noise: y = f(x) + noise, with x uniform between two bounds.
  ///
  /// - Parameters:
  ///   - examples: How many points, at least 1.
  ///   - noise: The standard deviation of the normal noise on y.
  ///   - range: Where x lies; −1 to 1 by default.
  ///   - seed: Decides x and noise, together with `name`.
  ///   - name: Names the random streams: other names give other points of the same seed.
  ///   - curve: f, such as `{ sin(.pi * $0) }`.
  /// - Returns: A task with one column; `PolynomialFit` fits it.
  public static func curve(
    examples: Int, noise: Double, range: Range<Double> = -1..<1, seed: Int,
    _ name: String = "curve", _ curve: (Double) -> Double
  ) -> Regression {
    require(
      examples >= 1 && noise >= 0 && !range.isEmpty,
      "a curve needs at least one example, noise of at least 0, and a range that is not empty")
    var inputs = RandomStream(seed: seed, name + " inputs")
    var errors = RandomStream(seed: seed, name + " noise")
    let x = Vector((0..<examples).map { _ in inputs.uniform(in: range) })
    return Regression(
      x: Matrix(rows: examples, columns: 1) { i, _ in x[i] },
      y: Vector(x.elements.map { curve($0) + noise * errors.normal() }), names: ["x"])
  }
}
