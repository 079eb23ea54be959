import Autograd
import Kernels

/// The gradients of a network's parameters in a step, one after the other as the parameters are.
final class ParameterGradients {
  let numbers: Buffer
  private let parameters: [Parameter]
  /// For each parameter, whether something was written to its gradient in this step.
  private let marks: UnsafeMutablePointer<Bool>

  init(of network: Network) {
    numbers = Buffer(zeros: network.values.count)
    parameters = network.parameters
    marks = .allocate(capacity: parameters.count)
    marks.initialize(repeating: false, count: parameters.count)
  }

  deinit { marks.deallocate() }

  /// Forgets the last step's.
  func begin() { marks.update(repeating: false, count: parameters.count) }

  /// Makes the gradients of those parameters zero that the loss does not depend on.
  func finish() {
    for i in parameters.indices where !marks[i] {
      let range = parameters[i].range
      (numbers.base + range.lowerBound).update(repeating: 0, count: range.count)
    }
  }

  /// A parameter's gradient, and whether it holds something.
  func place(of parameter: Parameter)
    -> (base: UnsafeMutablePointer<Real>, isWritten: UnsafeMutablePointer<Bool>)
  {
    (numbers.base + parameter.range.lowerBound, marks + parameter.index)
  }
}
