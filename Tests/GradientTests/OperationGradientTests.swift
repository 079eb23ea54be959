import Kernels
import Testing

@testable import Autograd

/// Every operation's gradient beside central differences, to 1e-6.
@Suite struct OperationGradientTests {
  static let cases: [OperationCase] =
    arithmeticCases + activationCases + lossCases + targetCases + dropoutCases + visionCases
    + sequenceCases

  @Test(arguments: cases)
  func agreesWithCentralDifferences(_ test: OperationCase) {
    let found = GradientCheck.error(test.shapes, test.loss)
    #expect(found.error <= 1e-6, "\(test.testDescription): \(found.error)")
  }

  @Test func everyOperationHasACase() {
    let covered = Self.cases.reduce(into: Set<Operation>()) {
      $0.formUnion(GradientCheck.error($1.shapes, $1.loss).operations)
    }
    let missing = Operation.allCases.filter { !covered.contains($0) }
    #expect(missing.isEmpty, "operations without a gradient check: \(missing)")
  }

  @Test func inferenceRecordsNoGradient() {
    let tape = Tape()
    defer { tape.release() }
    tape.begin(recording: false)
    let w = Buffer([1, 2])
    let gradient = Buffer(zeros: 2)
    let loss = tape.parameter(w.base, gradient: gradient.base, Shape(2)).sumOfSquares()
    loss.backward()
    #expect(loss.item == 5 && gradient.values == [0, 0])
  }
}

/// A function of some tensors that computes one number.
struct OperationCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let shapes: [Shape]
  let loss: @Sendable ([Tensor]) -> Tensor

  init(_ name: String, _ shapes: [Shape], _ loss: @escaping @Sendable ([Tensor]) -> Tensor) {
    testDescription = name
    self.shapes = shapes
    self.loss = loss
  }
}

/// A fixed direction, so that a check sees every element of a result with another weight.
func weighted(_ x: Tensor) -> Tensor {
  let weights = (0..<x.shape.count).map { Real(($0 * 7 + 3) % 11) / 5 - 1 }
  return (x * x.tape.constant(weights, x.shape)).sum()
}
