import Autograd
import Kernels
import Numerics
import Testing

/// Every operation's gradient beside central differences. In single precision these agree to about
/// three digits; the exact comparison in double precision is a build of its own.
@Suite struct GradientTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let loss: @Sendable (Tensor, Tensor) -> Tensor
  }

  /// Each computes one number from a [3, 4] tensor and a second one of the shape it needs.
  static let cases: [(Shape, Case)] = [
    (Shape(4, 5), Case(testDescription: "matmul") { $0.matmul($1).sumOfSquares() }),
    (Shape(4), Case(testDescription: "bias") { ($0 + $1).sumOfSquares() }),
    (Shape(3, 4), Case(testDescription: "add") { ($0 + $1).sumOfSquares() }),
    (Shape(3, 4), Case(testDescription: "subtract") { ($0 - $1).sumOfSquares() }),
    (Shape(3, 4), Case(testDescription: "multiply") { ($0 * $1).sumOfSquares() }),
    (Shape(3, 4), Case(testDescription: "scale") { (2.5 * ($0 + $1)).sumOfSquares() }),
    (Shape(3, 4), Case(testDescription: "relu") { relu($0 * $1).sumOfSquares() }),
    (Shape(3, 4), Case(testDescription: "mean") { ($0 * $1).mean() }),
    (Shape(3, 4), Case(testDescription: "magnitudes") { ($0 * $1).sumOfMagnitudes() }),
    (Shape(3, 4), Case(testDescription: "mse") { meanSquaredError($0, $1) }),
    (
      Shape(4, 5), Case(testDescription: "crossEntropy") { crossEntropy($0.matmul($1), [4, 0, 2]) }
    ),
    (
      Shape(3, 4),
      Case(testDescription: "a tensor used twice") { ($0 * $0 + $1 * $0).sumOfSquares() }
    ),
  ]

  @Test(arguments: cases.indices)
  func agreesWithCentralDifferences(_ index: Int) {
    let (shape, operation) = Self.cases[index]
    let a = Buffer(KernelTests.numbers(12, 10 + index))
    let b = Buffer(KernelTests.numbers(shape.count, 50 + index))
    let tape = Tape()
    defer { tape.release() }
    func loss(_ recording: Bool) -> (value: Double, gradients: [[Real]]) {
      tape.begin(recording: recording)
      let gradients = (Buffer(zeros: a.count), Buffer(zeros: b.count))
      let x = tape.parameter(a.base, gradient: gradients.0.base, Shape(3, 4))
      let y = tape.parameter(b.base, gradient: gradients.1.base, shape)
      let loss = operation.loss(x, y)
      loss.backward()
      return (Double(loss.item), [gradients.0.values, gradients.1.values])
    }
    let gradients = loss(true).gradients
    let step: Real = 1.0 / 256
    for (buffer, gradient) in zip([a, b], gradients) {
      for i in 0..<buffer.count {
        let kept = buffer.base[i]
        buffer.base[i] = kept + step
        let above = loss(false).value
        buffer.base[i] = kept - step
        let below = loss(false).value
        buffer.base[i] = kept
        let difference = (above - below) / (2 * Double(step))
        let size = max(1, abs(difference))
        #expect(
          abs(Double(gradient[i]) - difference) <= 0.02 * size,
          "\(operation.testDescription), element \(i)")
      }
    }
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
