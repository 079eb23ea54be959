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
  /// All parameters' numbers, one after the other.
  public internal(set) var values: [Real]
  let layers: [any Layer]

  /// Layers with freshly drawn parameters. A parameter's values depend on the seed and its own name
  /// only.
  public init(seed: Int, @LayerBuilder layers: () -> [any Layer]) {
    var declared = layers()
    var list = ParameterList()
    for i in declared.indices { list.declare(&declared[i], named: String(i)) }
    self.layers = declared
    parameters = list.parameters
    values = list.parameters.flatMap {
      $0.initializer.values($0.shape.count, seed: seed, name: $0.name)
    }
  }

  /// A parameter's numbers by its name (`0.weight`), in row-major order.
  public func values(of name: String) -> [Real] {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      let names = parameters.map(\.name).joined(separator: ", ")
      refuse("the network has no parameter \(name); it has \(names)")
    }
    return Array(values[parameter.range])
  }

  /// The numbers of all parameters that multiply, biases left out.
  public var weights: [Real] {
    parameters.filter { $0.role == .weight }.flatMap { values[$0.range] }
  }

  /// The network's output for each example, `[count, outputs]` in row-major order.
  public func outputs(for examples: LabeledExamples) -> [Real] {
    let tape = Tape()
    defer { tape.release() }
    return forward(examples, on: tape).values
  }

  /// Loss and accuracy on examples.
  public func measured(on examples: LabeledExamples) -> Measures {
    let tape = Tape()
    defer { tape.release() }
    return Measures(of: forward(examples, on: tape), labels: examples.labels)
  }

  private func forward(_ examples: LabeledExamples, on tape: Tape) -> Tensor {
    tape.begin(recording: false)
    let pass = Pass(
      tape: tape, training: false, layers: layers, values: Buffer(values), gradients: nil)
    return pass(tape.constant(examples.inputs, Shape(examples.count, examples.features)))
  }
}
