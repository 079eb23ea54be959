import Kernels
import Numerics

/// How a parameter's first values are drawn.
public enum Initializer: Sendable {
  /// All zero.
  case zeros
  /// All one.
  case ones
  /// Uniform between −bound and bound.
  case uniform(bound: Double)
  /// Normal with mean 0.
  case normal(standardDeviation: Double)

  func values(_ count: Int, seed: Int, name: String) -> [Real] {
    switch self {
    case .uniform(let size), .normal(let size):
      require(
        size >= 0 && size.isFinite,
        "first values are spread by a finite number of at least 0, not \(size)")
    case .zeros, .ones: break
    }
    var random = RandomStream(seed: seed, "parameter " + name)
    switch self {
    case .zeros: return Array(repeating: 0, count: count)
    case .ones: return Array(repeating: 1, count: count)
    case .uniform(let bound):
      return (0..<count).map { _ in Real(random.uniform(in: -bound..<bound)) }
    case .normal(let deviation): return (0..<count).map { _ in Real(deviation * random.normal()) }
    }
  }
}
