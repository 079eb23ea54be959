import Autograd
import Datasets
import Kernels
import Numerics

/// Layers one after the other, with their parameters: a value that can be copied, kept and sent.
///
/// ```swift
/// let network = Network(seed: 1) {
///   Linear(64, 64)
///   ReLU()
///   Linear(64, 10)
/// }
/// ```
public struct Network: Sendable {
  /// The parameters' names, shapes and places.
  public let parameters: [Parameter]
  /// What the layers measure instead of learning: names, shapes and places.
  public let statistics: [Statistic]
  /// All parameters' numbers, one after the other.
  public internal(set) var values: [Real]
  /// All statistics' numbers, one after the other.
  public internal(set) var statisticValues: [Real]
  private(set) var layers: [any Layer]

  /// Layers with freshly drawn parameters. A parameter's values depend on the seed and its own name
  /// only.
  public init(seed: Int, @LayerBuilder layers: () -> [any Layer]) {
    var declared = layers()
    require(!declared.isEmpty, "a network needs at least one layer")
    var list = ParameterList()
    for i in declared.indices { list.declare(&declared[i], named: String(i)) }
    self.layers = declared
    parameters = list.parameters
    statistics = list.statistics
    values = list.parameters.flatMap {
      $0.initializer.values($0.shape.count, seed: seed, name: $0.name)
    }
    statisticValues = list.statistics.flatMap {
      [Real](repeating: Real($0.initial), count: $0.shape.count)
    }
  }

  /// The parameter of a name.
  public func parameter(named name: String) -> Parameter {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      let names = parameters.map(\.name).joined(separator: ", ")
      refuse("the network has no parameter \(name); it has \(names)")
    }
    return parameter
  }

  /// The numbers of a parameter or a statistic by its name (`0.weight`), in row-major order.
  public func values(of name: String) -> [Real] {
    if let statistic = statistics.first(where: { $0.name == name }) {
      return Array(statisticValues[statistic.range])
    }
    return Array(values[parameter(named: name).range])
  }

  /// The same network with other numbers in a parameter or a statistic.
  public func setting(_ name: String, to numbers: [Real]) -> Network {
    var changed = self
    let statistic = statistics.first { $0.name == name }
    let range = statistic?.range ?? parameter(named: name).range
    require(
      numbers.count == range.count,
      "\(name) has \(range.count) numbers, and \(numbers.count) were given")
    if statistic != nil {
      changed.statisticValues.replaceSubrange(range, with: numbers)
    } else {
      changed.values.replaceSubrange(range, with: numbers)
    }
    return changed
  }

  /// The numbers of all parameters that multiply, biases left out.
  public var weights: [Real] {
    parameters.filter { $0.role == .weight }.flatMap { values[$0.range] }
  }

  /// The network's output for each example, `[count, outputs]` in row-major order.
  public func outputs(for examples: LabeledExamples) -> [Real] {
    onTape { LiveNetwork(self).outputs(for: examples, on: $0) }
  }

  /// What the first layers make of each example, with the examples' labels: features to be augmented,
  /// shown, or learned from by another network.
  ///
  /// - Parameters:
  ///   - examples: At least one.
  ///   - count: After how many layers: the position of the first that is left out. All but the last
  ///     are `layers − 1`, a network's penultimate features.
  public func features(for examples: LabeledExamples, upTo count: Int) -> LabeledExamples {
    require(
      count >= 1 && count <= layers.count,
      "features come after 1 to \(layers.count) layers, not after \(count)")
    require(examples.count >= 1, "there is no example to take features of")
    var first = self
    first.layers = Array(layers.prefix(count))
    let outputs = first.outputs(for: examples)
    return LabeledExamples(
      features: outputs.count / examples.count, classes: examples.classes, inputs: outputs,
      labels: examples.labels)
  }

  /// Loss and accuracy on examples.
  public func measured(on examples: LabeledExamples) -> Measures {
    onTape { LiveNetwork(self).measured(on: examples, on: $0) }
  }

  /// Does something with a tape of its own.
  func onTape<T>(_ body: (Tape) -> T) -> T {
    let tape = Tape()
    defer { tape.release() }
    return body(tape)
  }
}
