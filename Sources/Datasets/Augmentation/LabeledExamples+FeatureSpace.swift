import Kernels
import Numerics

// New examples between, beyond and around those of a class (DeVries & Taylor, *Dataset Augmentation in
// Feature Space*, ICLR workshop 2017). The examples are features, such as those of
// `network.features(for:upTo:)`; nothing is learned from pixels that lie beyond others.

extension LabeledExamples {
  /// Between neighbours of a class: c' = (cₖ − cⱼ) λ + cⱼ, equation 2 of the paper.
  ///
  /// - Parameters:
  ///   - lambda: λ, 0 to 1; 0.5 by default.
  ///   - neighbours: How many nearest neighbours cₖ of its class each example cⱼ is paired with, at
  ///     least 1; 10 by default. A class with fewer others uses all of them.
  /// - Returns: The new examples alone, with the class of their two; `appending` joins them.
  public func interpolated(lambda: Double = 0.5, neighbours: Int = 10) -> LabeledExamples {
    require(
      lambda >= 0 && lambda <= 1, "interpolated's lambda is a part from 0 to 1, not \(lambda)")
    return paired(neighbours, factor: Real(lambda))
  }

  /// Beyond an example, away from a neighbour of its class: c' = (cⱼ − cₖ) λ + cⱼ, equation 3 of the
  /// paper.
  ///
  /// - Parameters:
  ///   - lambda: λ, at least 0; 0.5 by default.
  ///   - neighbours: How many nearest neighbours cₖ of its class each example cⱼ is paired with, at
  ///     least 1; 10 by default. A class with fewer others uses all of them.
  /// - Returns: The new examples alone, with the class of their two; `appending` joins them.
  public func extrapolated(lambda: Double = 0.5, neighbours: Int = 10) -> LabeledExamples {
    require(
      lambda >= 0 && lambda.isFinite, "extrapolated's lambda is at least 0, not \(lambda)")
    return paired(neighbours, factor: Real(-lambda))
  }

  /// Around each example: c' = c + γ X with X normal, of mean 0 and the standard deviation that each
  /// feature has over these examples, equation 1 of the paper.
  ///
  /// - Parameters:
  ///   - gamma: γ, at least 0; 0.5 by default.
  ///   - seed: Decides X.
  /// - Returns: One new example for each, with its class.
  public func perturbed(gamma: Double = 0.5, seed: Int) -> LabeledExamples {
    require(gamma >= 0 && gamma.isFinite, "perturbed's gamma is at least 0, not \(gamma)")
    var random = RandomStream(seed: seed, "feature noise")
    let deviations = standardDeviations
    var changed = self
    for i in changed.inputs.indices {
      changed.inputs[i] += Real(gamma * deviations[i % features] * random.normal())
    }
    return changed
  }

  /// cⱼ + factor · (cₖ − cⱼ) for each j and its neighbours k, the nearest first.
  private func paired(_ neighbours: Int, factor: Real) -> LabeledExamples {
    require(neighbours >= 1, "examples are paired with at least 1 neighbour, not \(neighbours)")
    var made = LabeledExamples(features: features, classes: classes, inputs: [], labels: [])
    for j in 0..<count {
      let others = (0..<count).filter { $0 != j && labels[$0] == labels[j] }
        .map { (distance: squaredDistance(j, $0), index: $0) }
        .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      for other in others.prefix(neighbours) {
        for f in 0..<features {
          let c = inputs[j * features + f]
          made.inputs.append((inputs[other.index * features + f] - c) * factor + c)
        }
        made.labels.append(labels[j])
      }
    }
    return made
  }

  private func squaredDistance(_ i: Int, _ j: Int) -> Double {
    var sum = 0.0
    for f in 0..<features {
      let difference = Double(inputs[i * features + f]) - Double(inputs[j * features + f])
      sum += difference * difference
    }
    return sum
  }

  /// Of each feature, over the count.
  private var standardDeviations: [Double] {
    (0..<features).map { f in
      let column = (0..<count).map { Double(inputs[$0 * features + f]) }
      let mean = column.reduce(0, +) / Double(count)
      return (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
    }
  }
}
