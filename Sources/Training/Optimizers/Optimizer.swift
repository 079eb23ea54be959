import Autograd
import Kernels
import Numerics

/// A rule that moves parameters along their gradients: a value that holds its settings, while the
/// trainer holds what it remembers.
public protocol Optimizer: Sendable {
  /// The learning rate that a schedule starts from.
  var learningRate: Double { get }
  /// How many numbers the rule remembers for each parameter's number: 0 for plain gradient descent,
  /// 1 with momentum, 2 for Adam. They begin at zero.
  var slots: Int { get }
  /// The parameters that its weight decay applies to.
  var decayed: ParameterSelection { get }
  /// The radius ρ within which a step first climbs, for sharpness-aware minimisation; 0 for none.
  var neighbourhood: Double { get }

  /// Moves one parameter a step.
  func update(_ slice: ParameterSlice)

  /// The proximal step of l1 · ‖w‖₁ + (l2/2)‖w‖², after `update` in the same step.
  ///
  /// Each number is moved by the size of its own step: what `update` multiplies a gradient by that
  /// stays the same for long. Only so does training end where the penalised loss is smallest.
  func shrink(_ slice: ParameterSlice, l1: Double, l2: Double)
}

extension Optimizer {
  /// Weights only.
  public var decayed: ParameterSelection { .weights }
  /// None.
  public var neighbourhood: Double { 0 }

  /// Refuses: a proximal penalty needs to know the sizes of the steps.
  public func shrink(_ slice: ParameterSlice, l1: Double, l2: Double) {
    refuse(
      "a proximal penalty shrinks each weight by the size of its own step, and \(Self.self) does not say how large that is: give it a method shrink, or use the penalty without proximal"
    )
  }
}

/// One parameter in a step of an optimizer: n numbers, their gradients, and what is remembered.
public struct ParameterSlice {
  /// The numbers.
  public let values: UnsafeMutablePointer<Real>
  /// The loss's gradient, with the penalty's.
  public let gradients: UnsafeMutablePointer<Real>
  /// How many numbers there are.
  public let count: Int
  /// The learning rate of this step.
  public let learningRate: Double
  /// The number of the step, from 1.
  public let step: Int
  /// Whether weight decay applies.
  public let decays: Bool
  let memory: UnsafeMutablePointer<Real>
  let stride: Int
  let slots: Int
  var powers = Powers()

  /// What is remembered in a slot: one number for each of the parameter's.
  public func slot(_ index: Int) -> UnsafeMutablePointer<Real> {
    require(
      index >= 0 && index < slots, "the optimizer has \(slots) slots, and slot \(index) is not one")
    return memory + index * stride
  }

  /// base to the power of this step's number.
  func power(of base: Double) -> Double { powers.power(of: base, step: step) }

  /// λw added to the gradient, where decay applies.
  func coupled(_ lambda: Double) -> WeightDecay {
    decays ? WeightDecay(added: Real(lambda)) : .none
  }

  /// w multiplied by 1 − ηλ, where decay applies.
  func decoupled(_ lambda: Double) -> WeightDecay {
    decays ? WeightDecay(kept: Real(1 - learningRate * lambda)) : .none
  }
}
