import Autograd
import Numerics

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
      index: parameters.count, initializer: initializer)
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
  public mutating func declare(_ layer: inout some Layer, named name: String) {
    let outer = prefix
    prefix += name + "."
    layer.declare(in: &self)
    prefix = outer
  }
}
