import Numerics

/// Which of a network's parameters a penalty or a decay applies to. An array of names is one too:
/// `on: ["0.weight"]`.
public struct ParameterSelection: Sendable, Hashable, ExpressibleByArrayLiteral {
  private enum Choice: Hashable {
    case weights
    case all
    case named([String])
  }
  private let choice: Choice

  /// What multiplies; biases and the scales and shifts of a normalisation are left alone.
  public static let weights = ParameterSelection(choice: .weights)
  /// Everything that is learned, as PyTorch's `weight_decay` does.
  public static let all = ParameterSelection(choice: .all)
  /// The parameters of these names.
  public static func named(_ names: [String]) -> ParameterSelection {
    ParameterSelection(choice: .named(names))
  }

  /// The parameters of these names.
  public init(arrayLiteral names: String...) { choice = .named(names) }

  private init(choice: Choice) { self.choice = choice }

  /// Whether a parameter is chosen.
  public func contains(_ parameter: Parameter) -> Bool {
    switch choice {
    case .weights: parameter.role == .weight
    case .all: true
    case .named(let names): names.contains(parameter.name)
    }
  }

  /// Refuses names that the network does not have.
  func check(in network: Network) {
    guard case .named(let names) = choice else { return }
    for name in names { _ = network.parameter(named: name) }
  }
}
