import Autograd
import Kernels
import Numerics

/// The noise and the classes of a batch in a GAN. Its memory is used again by every step.
struct Conditioned {
  private let noiseCount: Int
  private let classCount: Int
  /// Noise and class for each example: what the generator begins with.
  private(set) var numbers: [Real] = []
  private var classes: [Real] = []
  private var count = 0

  init(noise: Int, classes: Int) {
    noiseCount = noise
    classCount = classes
  }

  /// Draws normal noise for examples of these classes.
  mutating func draw(_ labels: [Int32], _ random: inout RandomStream) {
    numbers.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    count = labels.count
    for label in labels {
      for _ in 0..<noiseCount { numbers.append(Real(random.normal())) }
      for c in 0..<classCount {
        let one: Real = c == Int(label) ? 1 : 0
        numbers.append(one)
        classes.append(one)
      }
    }
  }

  /// The generator's input: noise, then the class as 1 in one place and 0 in the others.
  func noise(on tape: Tape) -> Tensor {
    tape.constant(numbers, Shape(count, noiseCount + classCount))
  }

  /// The discriminator's input: examples `[count, features]` with the classes beside them.
  func joined(_ x: Tensor) -> Tensor {
    x.concatenated(with: x.tape.constant(classes, Shape(count, classCount)))
  }
}
