import Autograd
import Kernels
import Numerics

/// A learned array of a network: its name, shape and first values, and where its numbers stand among
/// all the network's.
public struct Parameter: Sendable {
  /// What a parameter does in its layer.
  public enum Role: Sendable {
    /// It multiplies its layer's inputs: penalties apply to it by default.
    case weight
    /// It is added, or scales what a normalisation made: penalties leave it alone by default.
    case bias
  }

  /// `0.weight`: the layer's position in the network, then the name in the layer, as in PyTorch.
  public let name: String
  /// The extents.
  public let shape: Shape
  /// What it does.
  public let role: Role
  /// The numbers' place among all parameters of the network.
  public let range: Range<Int>
  let initializer: Initializer
}

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

/// Numbers that a layer measures instead of learning, such as the running mean of a batch
/// normalisation (PyTorch's buffers): no gradient, no optimizer, no penalty.
public struct Statistic: Sendable {
  /// `1.runningMean`: the layer's position in the network, then the name in the layer.
  public let name: String
  /// The extents.
  public let shape: Shape
  /// The value that all its numbers begin with.
  public let initial: Double
  /// The numbers' place among all statistics of the network.
  public let range: Range<Int>
}

/// A layer's own source of randomness while it trains: a stream named for the layer's place.
public struct Noise: Sendable {
  let name: StreamName
}

/// Collects what the layers of a network declare.
public struct ParameterList: Sendable {
  /// The parameters in the order of their declaration.
  public private(set) var parameters: [Parameter] = []
  /// The statistics in the order of their declaration.
  public private(set) var statistics: [Statistic] = []
  private var prefix = ""

  /// How many numbers all parameters have.
  public var count: Int { parameters.last?.range.upperBound ?? 0 }

  /// Declares a parameter of the current layer.
  public mutating func declare(
    _ name: String, _ shape: Shape, _ role: Parameter.Role, _ initializer: Initializer
  ) -> Parameter {
    let parameter = Parameter(
      name: prefix + name, shape: shape, role: role, range: count..<count + shape.count,
      initializer: initializer)
    parameters.append(parameter)
    return parameter
  }

  /// Declares numbers that the current layer measures.
  public mutating func declareStatistic(
    _ name: String, _ shape: Shape, initial: Double
  ) -> Statistic {
    let start = statistics.last?.range.upperBound ?? 0
    let statistic = Statistic(
      name: prefix + name, shape: shape, initial: initial, range: start..<start + shape.count)
    statistics.append(statistic)
    return statistic
  }

  /// Declares a source of randomness of the current layer.
  public func declareNoise(_ name: String = "noise") -> Noise {
    Noise(name: StreamName(prefix + name))
  }

  /// Declares what a layer inside the current one declares, under `name`.
  public mutating func declare(_ layer: inout any Layer, named name: String) {
    let outer = prefix
    prefix += name + "."
    layer.declare(in: &self)
    prefix = outer
  }

  /// Declares what a layer of a known type inside the current one declares, under `name`.
  public mutating func declare(_ layer: inout some Layer, named name: String) {
    let outer = prefix
    prefix += name + "."
    layer.declare(in: &self)
    prefix = outer
  }
}
