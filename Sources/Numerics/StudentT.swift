/// Student's t distribution with a whole number of degrees of freedom (Abramowitz & Stegun 26.7.3–4).
public enum StudentT {
  /// The half-width of a two-sided interval in standard errors: the t with P(|T| ≤ t) = `confidence`.
  ///
  /// - Parameters:
  ///   - confidence: Between 0 and 1, exclusive.
  ///   - degreesOfFreedom: At least 1.
  public static func quantile(confidence: Double, degreesOfFreedom: Int) -> Double {
    require(
      confidence > 0 && confidence < 1 && degreesOfFreedom >= 1,
      "an interval needs a confidence between 0 and 1 and 1 degree of freedom, not \(confidence) and \(degreesOfFreedom)"
    )
    var low = 0.0
    var high = 1.0
    while probability(within: high, degreesOfFreedom: degreesOfFreedom) < confidence { high *= 2 }
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if probability(within: middle, degreesOfFreedom: degreesOfFreedom) < confidence {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }

  /// P(|T| ≤ t).
  public static func probability(within t: Double, degreesOfFreedom n: Int) -> Double {
    let hypotenuse = (Double(n) + t * t).squareRoot()
    let sine = t / hypotenuse
    let cosine = Double(n).squareRoot() / hypotenuse
    var term = n % 2 == 1 ? cosine : 1
    var sum = n == 1 ? 0 : term
    for k in stride(from: n % 2 == 1 ? 3 : 2, to: n, by: 2) {
      term *= cosine * cosine * Double(k - 1) / Double(k)
      sum += term
    }
    guard n % 2 == 1 else { return sine * sum }
    return 2 / Double.pi * (arctangent(sine / cosine) + sine * sum)
  }

  /// The arctangent of x ≥ 0, by halving the angle five times and its power series.
  private static func arctangent(_ x: Double) -> Double {
    var x = x
    for _ in 0..<5 { x /= 1 + (1 + x * x).squareRoot() }
    var power = x
    var sum = 0.0
    for k in 0..<10 {
      sum += (k % 2 == 0 ? power : -power) / Double(2 * k + 1)
      power *= x * x
    }
    return 32 * sum
  }
}
