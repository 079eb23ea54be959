import Numerics

/// Powers of decay rates to the number of a step: each is computed once a step, not once a parameter.
final class Powers {
  private var step = 0
  private var known: [(base: Double, power: Double)] = []

  /// base to the power `step`.
  func power(of base: Double, step: Int) -> Double {
    if step != self.step {
      self.step = step
      known.removeAll(keepingCapacity: true)
    }
    for entry in known where entry.base == base { return entry.power }
    let power = pow(base, Double(step))
    known.append((base, power))
    return power
  }
}
