import Autograd
import Kernels
import Numerics
import Testing
import Training

/// What claims.md calls exact of targets and entropies: X04, X05.
@Suite struct TargetExactTests {
  /// The logits where the loss is smallest, by many steps of gradient descent.
  static func minimum(
    _ start: [Real], rate: Double = 1, steps: Int = 20_000, _ loss: (Tensor) -> Tensor
  ) -> [Real] {
    let trainer = Trainer(
      Point.network(start, Shape(1, start.count)), with: SGD(learningRate: rate))
    let ones = [Real](repeating: 1, count: start.count)
    for _ in 0..<steps {
      trainer.step { pass in loss(pass(pass.tape.constant(ones, Shape(1, start.count)))) }
    }
    return trainer.point
  }

  static func entropyValue(_ logits: [Real]) -> Real {
    let tape = Tape()
    defer { tape.release() }
    return entropy(tape.constant(logits, Shape(1, logits.count))).item
  }

  @Test func theEntropysGradientIsItsFormula() {
    let tape = Tape()
    defer { tape.release() }
    let x = tape.variable([0.5, -1, 2, 0, 0.25], Shape(1, 5))
    let h = entropy(x)
    h.backward()
    for (p, found) in zip(softmax(x).values, x.gradientValues) {
      #expect(abs(found - p * (-log(p) - h.item)) <= 1e-14)
    }
  }

  @Test func theSignDecidesWhereEntropyGoes() {
    let start: [Real] = [0.3, -0.2, 0.1, 0, 0.4]
    let lower = Self.minimum(start, rate: 0.1, steps: 3000) { entropy($0) }
    let higher = Self.minimum(start, rate: 0.1, steps: 3000) { -1 * entropy($0) }
    #expect(Self.entropyValue(lower) < 0.01)
    #expect(abs(Self.entropyValue(higher) - log(5)) <= 1e-6)
  }

  @Test(arguments: [0.3, 0.5, 1])
  func theConfidencePenaltysMinimum(_ beta: Double) {
    let logits = Self.minimum([0.1, 0, 0, 0, 0]) {
      crossEntropy($0, [0]) - beta * entropy($0)
    }
    let tape = Tape()
    defer { tape.release() }
    let p = softmax(tape.constant(logits, Shape(1, 5))).values[0]
    #expect(abs(beta * (logits[0] - logits[1]) * p - 1) <= 1e-9)
  }

  @Test(arguments: [2, 4, 10])
  func smoothedLabelsHaveTheirGap(_ classes: Int) {
    let (k, epsilon) = (Double(classes), 0.1)
    let start = [Real](repeating: 0, count: classes)
    func gap(_ form: SmoothingForm) -> Real {
      let logits = Self.minimum(start) {
        crossEntropy($0, [1], labelSmoothing: epsilon, form: form)
      }
      return logits[1] - logits[0]
    }
    #expect(abs(gap(.allClasses) - log((k - k * epsilon + epsilon) / epsilon)) <= 1e-9)
    #expect(abs(gap(.otherClasses) - log((1 - epsilon) * (k - 1) / epsilon)) <= 1e-9)
  }

  @Test(arguments: [2, 4, 10])
  func oneFormIsTheOtherWithAnotherPart(_ classes: Int) {
    let tape = Tape()
    defer { tape.release() }
    var random = RandomStream(seed: 1, "logits")
    let logits = tape.constant((0..<classes).map { _ in random.normal() }, Shape(1, classes))
    let others = crossEntropy(logits, [0], labelSmoothing: 0.1, form: .otherClasses)
    let all = crossEntropy(
      logits, [0], labelSmoothing: 0.1 * Double(classes) / Double(classes - 1))
    #expect(abs(others.item - all.item) <= 1e-14)
  }

  @Test func hardLabelsHaveNoFiniteMinimum() {
    func gap(_ steps: Int) -> Real {
      let logits = Self.minimum([0, 0, 0], steps: steps) { crossEntropy($0, [0]) }
      return logits[0] - logits[1]
    }
    let gaps = [gap(100), gap(1000), gap(10_000)]
    // The gap grows with the logarithm of the steps.
    #expect(
      abs(gaps[1] - gaps[0] - log(10)) <= 0.1 && abs(gaps[2] - gaps[1] - log(10)) <= 0.1, "\(gaps)")
  }
}
