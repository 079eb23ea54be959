import Kernels
import Numerics

/// Points in the plane that no straight line separates.
public enum PointClouds {
  /// Two half circles that reach into each other (scikit-learn's `make_moons`).
  ///
  /// With m = ⌊count / 2⌋ points, class 0 is (cos t, sin t) and class 1, with the others,
  /// (1 − cos t, ½ − sin t), t evenly spaced from 0 to π, both ends included; then normal noise is
  /// added and the order is random.
  ///
  /// - Parameters:
  ///   - count: How many points, at least 2.
  ///   - noise: The standard deviation of the noise on each coordinate; 0 by default.
  ///   - seed: Decides noise and order.
  public static func moons(_ count: Int, noise: Double = 0, seed: Int) -> LabeledExamples {
    require(count >= 2, "two moons need at least 2 points, not \(count)")
    return cloud(sizes: [count / 2, count - count / 2], noise: noise, seed: seed, "moons") { c, t in
      let angle = Double.pi * t
      return c == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
    }
  }

  /// Spirals that turn around the origin, one for each class.
  ///
  /// Point t of class c, t evenly spaced from 0 to 1, is t · (cos φ, sin φ) with
  /// φ = 2π (turns · t + c / classes); then normal noise is added and the order is random.
  ///
  /// - Parameters:
  ///   - count: How many points, at least one a class; the last classes have one less where it does
  ///     not divide.
  ///   - classes: How many spirals, at least 2; 2 by default.
  ///   - turns: How often each turns; 1 by default.
  ///   - noise: The standard deviation of the noise on each coordinate; 0 by default.
  ///   - seed: Decides noise and order.
  public static func spirals(
    _ count: Int, classes: Int = 2, turns: Double = 1, noise: Double = 0, seed: Int
  ) -> LabeledExamples {
    require(
      classes >= 2 && count >= classes && turns > 0 && turns <= 1000,
      "spirals need at least 2 classes, a point for each, and between 0 and 1000 turns, not \(classes) classes, \(count) points and \(turns) turns"
    )
    let sizes = (0..<classes).map { (count + classes - 1 - $0) / classes }
    return cloud(sizes: sizes, noise: noise, seed: seed, "spirals") { c, t in
      let angle = 2 * Double.pi * (turns * t + Double(c) / Double(classes))
      return (t * cos(angle), t * sin(angle))
    }
  }

  /// `sizes[c]` points of each class c on a curve, t from 0 to 1.
  private static func cloud(
    sizes: [Int], noise: Double, seed: Int, _ name: String,
    _ curve: (Int, Double) -> (Double, Double)
  ) -> LabeledExamples {
    require(
      noise >= 0 && noise.isFinite, "the noise of \(name) is at least 0, not \(noise)")
    var random = RandomStream(seed: seed, name)
    var inputs: [Real] = []
    var labels: [Int32] = []
    for (c, size) in sizes.enumerated() {
      for i in 0..<size {
        let (x, y) = curve(c, size == 1 ? 0 : Double(i) / Double(size - 1))
        inputs.append(Real(x + noise * random.normal()))
        inputs.append(Real(y + noise * random.normal()))
        labels.append(Int32(c))
      }
    }
    let cloud = LabeledExamples(
      features: 2, classes: sizes.count, inputs: inputs, labels: labels)
    return cloud.examples(random.permutation(labels.count))
  }
}
