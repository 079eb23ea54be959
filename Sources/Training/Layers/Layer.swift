import Autograd

/// A part of a network: a value that says what it learns and computes its output.
///
/// ```swift
/// struct Shift: Layer {
///   let features: Int
///   var shift: Parameter?
///   mutating func declare(in list: inout ParameterList) {
///     shift = list.declare("shift", Shape(features), .bias, .zeros)
///   }
///   func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { x + pass[shift] }
/// }
/// ```
public protocol Layer: Sendable {
  /// Declares the layer's parameters and keeps them. Layers without parameters leave it out.
  mutating func declare(in list: inout ParameterList)

  /// The layer's output for the input `x`.
  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor
}

extension Layer {
  /// Declares nothing.
  public mutating func declare(in list: inout ParameterList) {}
}

/// Lists layers line by line.
@resultBuilder
public enum LayerBuilder {
  /// A layer.
  public static func buildExpression(_ layer: some Layer) -> [any Layer] { [layer] }
  /// Several layers.
  public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
  /// One after the other.
  public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
  /// `if`.
  public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
  /// `else`.
  public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
  /// `for`.
  public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
